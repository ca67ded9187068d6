/** What a browser is called in the list of sessions: `Firefox, Windows`. Names only, no versions; empty when unknown. */
export function deviceName(browser: string): string {
  return [first(browser, browsers), first(browser, systems)].filter(Boolean).join(', ');
}

type Sign = readonly [pattern: RegExp, name: string];

// The order matters: Edge and Opera call themselves Chrome, Chrome calls itself Safari, Android calls itself Linux.
const browsers: readonly Sign[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly Sign[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

function first(text: string, signs: readonly Sign[]): string {
  return signs.find(([pattern]) => pattern.test(text))?.[1] ?? '';
}
