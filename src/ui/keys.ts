/** A key as the browser reports it. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * The command of a key press, or `null`: never while typing in a field, never with a modifier (those belong to the
 * browser and to screen readers). A letter of another script counts by its place on the keyboard.
 * @param commands what each key does, by its Latin letter or sign.
 */
export function keyCommands<Command>(commands: Readonly<Record<string, Command>>) {
  const physical = new Map(Object.entries(commands).map(([key, command]) => [`Key${key.toUpperCase()}`, command]));
  return (press: KeyPress, typing: boolean): Command | null => {
    if (typing || press.ctrlKey || press.metaKey || press.altKey) return null;
    const key = press.key.toLowerCase();
    if (Object.hasOwn(commands, key)) return commands[key]!;
    const latin = /^[a-z]$/i.test(press.key);
    return latin || press.key.length !== 1 ? null : (physical.get(press.code) ?? null);
  };
}
