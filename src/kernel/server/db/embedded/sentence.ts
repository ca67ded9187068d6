/** An expected failure of the engine: the message is one sentence for the person who started the program. */
export class EngineError extends Error {
  override name = 'EngineError';
}
