/** A line in the log about work in the background that failed and will be tried again: the code alone, since a message can quote what people wrote. */
export function reportFault(part: string, error: unknown): void {
  console.error(JSON.stringify({ level: 'error', part, fault: (error as { code?: string }).code ?? 'failed' }));
}
