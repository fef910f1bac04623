import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createDraftStore } from '../../../src/server/platform/drafts/draftStore.ts'
import { createFileStore } from '../../../src/server/platform/files/createFileStore.ts'
import { createKeyStore } from '../../../src/server/platform/keys/keyStore.ts'
import {
  type Dump,
  dumpTables,
  fileOf,
  findFiles,
  type FoundFile,
  noteInstant,
  readFiles,
  readOrders,
  readWal,
} from '../linking/evidence.ts'
import type { Ground } from '../linking/ground.ts'
import type { Pair as PairOf } from '../linking/guesses.ts'
import { openOffice, type Visitor } from '../office.ts'
import { commissionOf, DAY, end, layFrame, next, openPeople, peopleOf, surveyOf } from './surveyOffice.ts'

/** Answers as who gave them knows them. */
export interface KnownAnswers {
  readonly names: readonly [marker: string]
  /** of the opinion; who says more talks longer, so that more is saved on the way. */
  readonly length: number
}

/** Two people of one unit and group, and what they answered. */
export interface Pair extends PairOf<KnownAnswers> {
  readonly earlier: string
  readonly later: string
  /** which of the two was called twice, if one was. */
  readonly triedTwice: 'earlier' | 'later' | undefined
}

/** All that somebody has who reads database, logs, files, write-ahead log and backups after separation. */
export interface Evidence {
  readonly survey: string
  /** the cases of all calls, in the order in which these ended: whoever sat beside knows it. */
  readonly calls: readonly string[]
  /** when the first call began. */
  readonly begun: number
  readonly pairs: readonly Pair[]
  /** the rows written since the survey was drafted, as they lie on the disk. */
  readonly tables: Dump
  /** the same, and the files of the database and the server, while calls were made; keys are not copied. */
  readonly backup: Dump
  readonly copied: readonly FoundFile[]
  /** files of calls under way or ended, copied at the end of each day. */
  readonly drafts: readonly FoundFile[]
  /** the separated answers in the order of each index. */
  readonly orders: readonly string[]
  readonly log: string
  readonly wal: Buffer
  /** the number of the file in which the cases lie. */
  readonly caseFile: number
  /** the files after separation, keys and drafts too. */
  readonly files: readonly FoundFile[]
}

/** Opens a database with a year of units for games, with everything logged and all files on the disk. */
export async function openGame({ database, databaseFolder, dataFolder }: Ground, units: readonly Unit[]) {
  const office = await openOffice(database, { files: createFileStore({ kind: 'disk', data: dataFolder }) })
  const log: string[] = []
  const keep = (...said: unknown[]) => void log.push(JSON.stringify(said))
  Object.assign(office.context, {
    today: () => DAY,
    keys: createKeyStore(dataFolder),
    drafts: createDraftStore(dataFolder),
    log: { info: keep, warn: keep, error: keep },
  })
  return { office, units, log, database, databaseFolder, dataFolder, ...(await openPeople(office, CALLERS)) }
}

/** A unit about which people are asked. */
export interface Unit {
  readonly id: string
  readonly name: string
}

type Game = Awaited<ReturnType<typeof openGame>>

const CALLERS = 6

/** How one survey is played. */
export interface Play {
  /** how many of each unit and group are interviewed. */
  readonly each: number
  readonly atOnce: boolean
  /** how many lengths answers have. */
  readonly lengths: number
  /** a fair coin. */
  readonly coin: () => boolean
}

/** Plays a survey through the real routes: in each unit and group a fair shuffle decides who answers what. */
export async function play(game: Game, { each, atOnce, lengths, coin }: Play): Promise<Evidence> {
  const { office, committee, surveyor, log } = game
  const { db } = game.database
  const [from, logged] = [await noteInstant(db), log.length]
  const units = game.units.map(({ id }) => id)
  const survey = surveyOf(committee, surveyor)
  await survey.draft(commissionOf(units, each))
  await survey.entrust()
  const people = game.units.flatMap(({ id, name }) => peopleOf(id, name, each))
  await layFrame(office.context, survey.id, game.units, people)
  await survey.draw()
  const cells = new Map<string, Cell>()
  const cellOf = (name: string): Cell => {
    const cell = cells.get(name) ?? {
      answers: shuffled(answersOf(each, lengths), coin),
      visits: [],
      twice: new Set(),
    }
    cells.set(name, cell)
    return cell
  }
  const [calls, drafts]: [string[], FoundFile[]] = [[], []]
  const begun = Date.now()
  const work = async (caller: Visitor) => {
    for (;;) {
      const { interview } = await next(caller)
      if (interview === undefined) return
      const { unitName, groupName, case: id } = interview
      const cell = cellOf(`${unitName}\t${groupName}`)
      if (!cell.twice.has(id) && (cell.visits.length + cell.twice.size) % 2 === 1) {
        cell.twice.add(id)
        calls.push(id)
        await fine(end(caller, id, 'busy'))
        continue
      }
      const given = cell.answers[cell.visits.length]!
      cell.visits.push(id)
      const { marker, level } = given
      // Where traces are planted rows are nearly of one size, so that a short one is not put into a gap before.
      const opinion = marker + (lengths === 2 ? '.'.repeat(level) : '话'.repeat(40 * level))
      // Who talks longer is saved more often.
      for (let save = 0; save < level; save++)
        await fine(
          caller.ask(`PUT /api/interview/${id}`, {
            body: { answers: { overall: 'satisfied', opinion: opinion.slice(0, 32 + 40 * save) } },
            key: marker,
          }),
        )
      await fine(
        caller.ask(`POST /api/interview/${id}/end`, {
          body: { disposition: 'interview', answers: { overall: 'satisfied', opinion } },
          key: marker,
        }),
      )
      calls.push(id)
    }
  }
  for (const day of [DAY, NEXT_DAY]) {
    Object.assign(office.context, { today: () => day })
    await Promise.all((atOnce ? game.callers : game.callers.slice(0, 1)).map(work))
    drafts.push(...findFiles(join(game.dataFolder, 'drafts')))
  }
  Object.assign(office.context, { today: () => DAY })
  const backup = await dumpTables(db, from.xid)
  const folders = [join(game.dataFolder, 'files')]
  // The checkpoint of the copy throws away what is logged so far.
  const before = await readWal(db, game.databaseFolder, from.lsn)
  const copied = await readFiles(db, [game.databaseFolder, ...folders], from, 'survey_answer')
  await survey.view()
  await fine(survey.act(surveyor, 'close'))
  const { callBacks } = (await fine(survey.get(surveyor, '/call-backs'))).body as never as {
    readonly callBacks: readonly { readonly id: string }[]
  }
  for (const { id } of callBacks)
    await fine(survey.post(surveyor, `call-backs/${id}`, { result: 'confirmed' }))
  await fine(survey.post(surveyor, 'separate', { units }))
  await survey.view()
  await fine(survey.act(surveyor, 'hand-over', { method: '电话访问' }))
  const evidence = {
    survey: survey.id,
    calls,
    begun,
    pairs: [...cells.values()].flatMap(cell => pairsOf(cell, coin)),
    tables: await dumpTables(db, from.xid),
    backup,
    copied: [...copied, ...drafts],
    drafts,
    orders: await readOrders(db, 'survey_answer', ['survey', survey.id]),
    log: log.slice(logged).join('\n'),
    wal: Buffer.concat([before.bytes, (await readWal(db, game.databaseFolder, before.end)).bytes]),
    caseFile: await fileOf(db, 'survey_case'),
    files: [
      ...findFiles(join(game.dataFolder, 'drafts')),
      ...(await readFiles(
        db,
        [game.databaseFolder, ...folders, join(game.dataFolder, 'keys', survey.id)],
        from,
        'survey_answer',
      )),
    ],
  }
  await fine(survey.post(committee, 'erasure'))
  return evidence
}

const NEXT_DAY = '2018-11-13'

interface Given {
  readonly marker: string
  readonly level: number
}

/** A unit's group: what is answered, by whom, and who has to be called twice. */
interface Cell {
  readonly answers: readonly Given[]
  readonly visits: string[]
  readonly twice: Set<string>
}

function answersOf(each: number, lengths: number): readonly Given[] {
  return Array.from({ length: each }, (_, at) => ({
    marker: randomBytes(16).toString('hex'),
    level: (at % lengths) * Math.floor(9 / (lengths - 1)),
  }))
}

function pairsOf({ answers, visits, twice }: Cell, coin: () => boolean): readonly Pair[] {
  const known = answers.map(({ marker, level }): KnownAnswers => ({
    names: [marker],
    length: 32 + 40 * level,
  }))
  return visits.flatMap((earlier, one) =>
    visits.slice(one + 1).map((later, at): Pair => {
      const sheets = [known[one]!, known[one + 1 + at]!] as const
      const firstWasEarlier = coin()
      const [isTwice, isOther] = [twice.has(earlier), twice.has(later)]
      return {
        sheets: firstWasEarlier ? sheets : [sheets[1], sheets[0]],
        firstWasEarlier,
        earlier,
        later,
        triedTwice: isTwice === isOther ? undefined : isTwice ? 'earlier' : 'later',
      }
    }),
  )
}

function shuffled<T>(items: readonly T[], coin: () => boolean): readonly T[] {
  const order = [...items]
  for (let at = order.length - 1; at > 0; at--) {
    const other = below(at + 1, coin)
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}

function below(limit: number, coin: () => boolean): number {
  for (;;) {
    let thrown = 0
    for (let bits = 1; bits < limit; bits *= 2) thrown = 2 * thrown + Number(coin())
    if (thrown < limit) return thrown
  }
}

async function fine<S extends { readonly status: number; readonly text: string }>(
  said: Promise<S>,
): Promise<S> {
  const answer = await said
  if (answer.status !== 200) throw new Error(answer.text)
  return answer
}
