/** Reads QR codes with what the browser itself brings (Barcode Detection API, https://wicg.github.io/shape-detection-api/); no code from elsewhere. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
declare const BarcodeDetector: new (options: { formats: string[] }) => Detector;

/**
 * The camera behind the device as a reader of badges.
 * @param found called with the text of a code, once for each time another code is held before the camera.
 */
export function badgeReader(video: HTMLVideoElement, found: (text: string) => void) {
  let stream: MediaStream | null = null;
  let last = '';

  async function look(detector: Detector): Promise<void> {
    if (!stream) return;
    const [code] = await detector.detect(video).catch(() => []);
    if (code && code.rawValue !== last) found(code.rawValue);
    if (code) last = code.rawValue;
    setTimeout(() => void look(detector), 200);
  }

  return {
    /** @returns whether the camera runs; false when the person or the device refused. */
    async start(): Promise<boolean> {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      } catch {
        return false;
      }
      video.srcObject = stream;
      await video.play();
      void look(new BarcodeDetector({ formats: ['qr_code'] }));
      return true;
    },
    stop(): void {
      for (const track of stream?.getTracks() ?? []) track.stop();
      stream = null;
    },
  };
}
