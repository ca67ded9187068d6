import { readXml } from '../../../reader/sources/xml.ts';
import { UnreadableFile } from '../../../reader/sources/source-document.ts';
import type { Archive } from '../../../reader/sources/zip.ts';

/** Cells of a sheet whose value is not what a person wrote there: formulas, errors, merged cells. */
export interface OddCells {
  /** A sentence about the cell, or none. @param row from 1. @param place column from 0. */
  at: (row: number, place: number) => [sentence: string] | [];
  /** Address of the first formula without a value, such as `K5`: the rest of such a workbook cannot be read. */
  empty: string | null;
}

/** Merged areas of one sheet; a plan has none. */
const mostAreas = 10_000;

interface Area {
  name: string;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * Looks through one sheet for what `read-excel-file` passes over in silence (ECMA-376 part 1, 18.3.1.4 `c`, 18.3.1.40 `f`, 18.3.1.55 `mergeCells`).
 * @param name of the sheet; where there is none, nothing is odd.
 * @throws UnreadableFile for XML that is damaged or unsafe.
 */
export function oddCells(archive: Archive, name: string): OddCells {
  const part = partOfSheet(archive, name);
  const said = new Map<string, string>();
  const areas: Area[] = [];
  let empty: string | null = null;
  let cell = { address: '', formula: false, value: false };
  if (part !== null)
    readXml(archive, part, {
      open(element, attribute) {
        if (element === 'c') {
          cell = { address: attribute('r') ?? '', formula: false, value: false };
          if (attribute('t') === 'e')
            said.set(cell.address, 'An error of the spreadsheet program stands here; write what is meant.');
        } else if (element === 'f') {
          cell.formula = true;
          said.set(cell.address, 'A formula stands here; put its value in its place (copy, then paste as value).');
        } else if (element === 'v') cell.value = true;
        else if (element === 'mergeCell' && areas.push(...areaOf(attribute('ref') ?? '')) > mostAreas)
          throw new UnreadableFile(
            'source.too-large',
            `The workbook has more than ${mostAreas} merged cells; unmerge them.`,
          );
      },
      close(element) {
        if (element === 'c' && cell.formula && !cell.value) empty ??= cell.address;
      },
    });
  const byAddress = new Map(
    [...said].flatMap(([address, sentence]) => areaOf(address).map((at) => [keyOf(at.top, at.left), sentence])),
  );
  return {
    empty,
    at(row, place) {
      const merged = areas.find(
        (area) => row >= area.top && row <= area.bottom && place >= area.left && place <= area.right,
      );
      if (merged) return [`This cell is merged with others (${merged.name}); unmerge them and fill each.`];
      const sentence = byAddress.get(keyOf(row, place));
      return sentence === undefined ? [] : [sentence];
    },
  };
}

const keyOf = (row: number, place: number): string => `${row} ${place}`;

/** An address (`K5`) or range (`K5:L6`) as rows from 1 and columns from 0. */
function areaOf(name: string): Area[] {
  const match = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(name.replaceAll('$', ''));
  if (match === null) return [];
  const [, left, top, right = left, bottom = top] = match;
  return [{ name, top: Number(top), left: placeOf(left!), bottom: Number(bottom), right: placeOf(right!) }];
}

const placeOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.codePointAt(0)! - 64, 0) - 1;

/** The part of the archive a sheet lies in, by the relations of the workbook. */
function partOfSheet(archive: Archive, name: string): string | null {
  let relation: string | null = null;
  let target: string | null = null;
  readXml(archive, 'xl/workbook.xml', {
    open(element, attribute) {
      if (element === 'sheet' && attribute('name') === name) relation = attribute('id');
    },
    close: () => undefined,
  });
  readXml(archive, 'xl/_rels/workbook.xml.rels', {
    open(element, attribute) {
      if (element === 'Relationship' && relation !== null && attribute('Id') === relation) target = attribute('Target');
    },
    close: () => undefined,
  });
  const path = target as string | null;
  return path === null ? null : path.startsWith('/') ? path.slice(1) : `xl/${path}`;
}
