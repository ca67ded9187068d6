import type { TestProject } from 'vitest/node';
import { startApp } from './app.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    appUrl: string;
    /** Data folder of the application, for what a journey finds already there; `REDTHREAD_DATA` beside `REDTHREAD_URL`. */
    appData: string;
  }
}

/** One running application for all journeys; `REDTHREAD_URL` names one that already runs. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | void> {
  const given = process.env['REDTHREAD_URL'];
  if (given) {
    project.provide('appUrl', given);
    project.provide('appData', process.env['REDTHREAD_DATA'] ?? 'data');
    return;
  }
  const app = await startApp();
  project.provide('appUrl', app.url);
  project.provide('appData', app.dataFolder);
  return () => app.stop();
}
