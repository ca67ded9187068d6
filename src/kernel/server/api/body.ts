import { Refusal } from '../../refusal.ts';

const megabyte = 1024 * 1024;

/**
 * The input of an action from the body of a request: JSON, or a form with parts. All files of one name become a list of
 * `{ name, bytes }` under it; texts stay texts.
 * @param fileLimitMb largest form; JSON may have one megabyte.
 * @throws Refusal `api.input.too-large`, `api.input.type` or `input.malformed`
 */
export async function readInput(request: Request, fileLimitMb: number): Promise<unknown> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (type === 'application/json') {
    const bytes = await readAtMost(request, megabyte);
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      throw new Refusal('input.malformed', 'The body is not JSON in UTF-8.');
    }
  }
  if (type === 'multipart/form-data') {
    const bytes = await readAtMost(request, (fileLimitMb + 1) * megabyte);
    const form = await new Response(bytes, { headers: { 'content-type': request.headers.get('content-type')! } })
      .formData()
      .catch(() => {
        throw new Refusal('input.malformed', 'The body is not a form with parts.');
      });
    return inputOf(form);
  }
  throw new Refusal(
    'api.input.type',
    'Send application/json, or multipart/form-data where a file is part of the input.',
  );
}

/** Reads a body and stops as soon as it is longer than it may be, whatever its header said. */
async function readAtMost(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new Refusal('api.input.too-large', `The body is larger than ${Math.floor(most / megabyte)} MB.`);
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (request.body)
    for await (const chunk of request.body) {
      length += chunk.byteLength;
      if (length > most) throw tooLarge();
      chunks.push(chunk);
    }
  return new Uint8Array(Buffer.concat(chunks));
}

async function asInput(file: File): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function inputOf(form: FormData): Promise<unknown> {
  const entries: [string, unknown][] = [];
  for (const name of new Set(form.keys())) {
    const parts = form.getAll(name);
    const files = parts.filter((part) => part instanceof File);
    entries.push([name, files.length > 0 ? await Promise.all(files.map(asInput)) : parts[0]]);
  }
  return Object.fromEntries(entries);
}
