import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { historySchema } from '../../contract/year/historySchema.ts'
import { parseResultsDocument } from '../../files/results/resultsDocument.ts'
import type { Database } from '../platform/database/openDatabase.ts'
import type { LoadedFacts } from './facts.store.ts'
import type { SealRow } from './lifecycle.store.ts'
import type { YearInputs } from './readYear.ts'
import { readSealPart, type SealPartKind } from './sealParts.store.ts'

const unzip = promisify(gunzip)

/** Reads the inputs as sealed: the present ones with the sealed history if nothing was written since; otherwise everything from the sealed document. */
export async function readSealedInputs(
  db: Database,
  one: SealRow,
  standing: YearInputs | undefined,
): Promise<YearInputs> {
  if (standing !== undefined) {
    const { years } = historySchema.parse(await readJson(db, one, 'history'))
    return { ...standing, history: { years } }
  }
  const parsed = parseResultsDocument(await readJson(db, one, 'document'))
  if (parsed.file === undefined) throw new Error('a sealed document has another shape')
  const { roster, facts, history } = { ...parsed.read.inputs, roster: parsed.read.inputs.facts.roster }
  const { format: _, roster: _roster, ...lists } = facts
  return {
    year: one.year,
    revision: one.revision,
    roster,
    facts: lists,
    history: { years: history.years },
    places: (await readJson(db, one, 'places')) as LoadedFacts['places'],
  }
}

async function readJson(db: Database, { year, number }: SealRow, kind: SealPartKind): Promise<unknown> {
  const pieces: Buffer[] = []
  for await (const piece of readSealPart(db, year, number, kind)) pieces.push(piece)
  return JSON.parse((await unzip(Buffer.concat(pieces))).toString('utf8'))
}
