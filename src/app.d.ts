declare global {
  namespace App {
    interface Error {
      message: string;
      /** What a person can quote to the secretariat; the log holds the rest under the same number. */
      reference?: string;
    }
    interface Locals {
      locale: import('./ui/locales.ts').Locale;
      /** Who is asking; the public when nobody is signed in. */
      actor: import('./kernel/server/auth/session.ts').SignedIn;
      /** Id of the session, `null` when nobody is signed in. */
      session: string | null;
      /** `Set-Cookie` lines of a step of signing in or out; sent with the answer, whatever it is. */
      cookies: string[];
      /** Runs a query as the actor: `locals.read((tx) => listReports(tx, …))`. */
      read<T>(work: (tx: import('./kernel/action.ts').Tx) => Promise<T>): Promise<T>;
      /** Calls an action as the actor. Answers its value or the refusal to show; anything else is thrown as a bug. */
      act<Input, Value>(
        action: import('./kernel/action.ts').Action<Input, Value>,
        input: unknown,
      ): Promise<import('./kernel/refusal.ts').Answer<Value>>;
    }
  }
}

export {};
