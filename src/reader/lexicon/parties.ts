import { bodies } from './bodies.ts';
import { datedStateNames } from './dated-names.ts';
import { formerStates } from './former-states.ts';
import { organisations } from './organisations.ts';
import { states } from './states.generated.ts';
import type { DatedName, LexiconParty, NameForm, StateEntry } from './types.ts';

/** An undated alias in capitals ("ROK", "U.K.", "PNG") is an acronym. */
function formOfAlias(alias: string): NameForm {
  return /^(?:[A-Z]\.){2,}$|^[A-Z]{2,5}$|^RoK$|^BiH$/.test(alias) ? 'acronym' : 'alias';
}

function partyOfState(state: StateEntry): LexiconParty {
  const dated = datedStateNames[state.key] ?? [];
  const undated: DatedName[] = [{ name: state.names.en, form: 'short' }];
  if (state.formal !== null) undated.push({ name: state.formal, form: 'official' });
  for (const name of state.aliases) undated.push({ name, form: formOfAlias(name) });
  for (const name of state.adjectives) undated.push({ name, form: 'adjective' });
  for (const language of ['ru', 'tr', 'ar'] as const) {
    undated.push({ name: state.names[language], form: 'short', language });
    const also = state.also[language];
    if (also !== undefined) undated.push({ name: also, form: 'alias', language });
  }
  const replaced = new Set(dated.map((entry) => entry.name));
  const names = [...dated, ...undated.filter((entry) => entry.language !== undefined || !replaced.has(entry.name))];
  return { key: state.key, kind: state.un === 'none' ? 'territory' : 'state', names };
}

let built: ReadonlyMap<string, LexiconParty> | undefined;

/** Every party by key: states, territories, former states, organisations, bodies. Built on first use. */
export function parties(): ReadonlyMap<string, LexiconParty> {
  built ??= new Map(
    [...states.map(partyOfState), ...formerStates, ...organisations, ...bodies].map((party) => [party.key, party]),
  );
  return built;
}
