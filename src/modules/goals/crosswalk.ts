/**
 * How one goal stands to another, as a librarian would say it (after SKOS): `broader` the other is wider than this one,
 * `narrower` the other is only a part of this one.
 */
export const relations = ['same', 'close', 'broader', 'narrower', 'related'] as const;
export type Relation = (typeof relations)[number];

/** The same relation read from the other goal. */
export function fromOtherSide(relation: Relation): Relation {
  if (relation === 'broader') return 'narrower';
  if (relation === 'narrower') return 'broader';
  return relation;
}

/** Relations through which outcomes and commitments of one goal are read as being about another; `related` is only a hint. */
export const readThrough = ['same', 'close', 'broader', 'narrower'] as const satisfies readonly Relation[];
