import { buffer } from 'node:stream/consumers'
import { trailText } from '../../../files/trail/trailText.ts'
import { writeCaseFile } from '../../../files/caseFile/writeCaseFile.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { readHead, walkTrail } from '../../office/audit/audit.store.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import type { JobContext } from '../../platform/jobs/createJobs.ts'
import { startJob } from '../../platform/jobs/startJob.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import type { CasePart, ListCaseParts } from '../../year/casePart.ts'
import { readCycle, type SealRow } from '../../year/lifecycle.store.ts'
import { sealedOrigin } from '../../year/seal/readOrigin.ts'
import { markedDocument, markOf } from '../../year/seal/sealedDocument.ts'
import { runResultsWork } from '../../year/seal/worker/runResultsWork.ts'

/** The lines of the trail that the checker compares with the rest; who may read the trail gets every line of the year. */
const COMPARED = ['resultsSealed', 'drawHeld', 'ballotsPublished', 'documentIssued']

interface Wanted {
  readonly context: AppContext
  readonly year: number
  readonly seal: SealRow
  readonly checker: Uint8Array
  readonly madeBy: string
  readonly readsTrail: boolean
}

/** Makes the case file (案卷) of a seal in a background job. `notFound`, `checkerMissing`, `tooManyJobs`. */
export async function makeCaseFile(
  {
    context,
    actor,
    change,
    params: { year, number },
  }: Served<'POST /api/years/:year/seals/:number/case-file'>,
  rooms: readonly ListCaseParts[],
): Promise<{ readonly job: string } | Refusal> {
  const seal = (await readCycle(context.db, year))?.seals.find(one => one.number === number)
  if (seal === undefined) return refuse('notFound', { what: `${year}年度第${number}次封存` })
  const checker = await context.checkerPage()
  if (checker === undefined) return refuse('checkerMissing', {})
  const name = `${year}年度案卷（第${number}次封存）`
  const readsTrail = !isRefusal(judgeAccess(actor, 'readTrail'))
  const wanted = { context, year, seal, checker, madeBy: actor.name, readsTrail }
  return startJob(
    { context, actor, change },
    {
      kind: 'caseFile',
      name,
      year,
      event: { kind: 'caseFileMade', year, values: { number } },
      work: async desk => ({
        name: `${name}.zip`,
        type: 'application/zip',
        pieces: await writeFor(wanted, rooms, desk),
      }),
    },
  )
}

async function writeFor(wanted: Wanted, rooms: readonly ListCaseParts[], desk: JobContext) {
  const { context, year, seal, madeBy } = wanted
  const mark = await markOf(context.db, seal)
  const end = await readHead(context.db)
  desk.tell('取出封存的结果', 0.05)
  const document = await buffer(markedDocument(context.db, year, mark))
  const { scheme } = (JSON.parse(document.toString()) as { inputs: { scheme: Record<string, string> } })
    .inputs
  const head = {
    year,
    institution: scheme['institution']!,
    title: scheme['title']!,
    seal: { number: mark.number, at: formatInstant(mark.at), by: mark.by, trail: mark.trail },
    trail: { seq: end.seq, root: end.hash },
    madeAt: formatInstant(context.now().toISOString()),
    madeBy,
  }
  return writeCaseFile(head, context.now().toISOString(), partsOf(wanted, document, end.seq, rooms, desk))
}

async function* partsOf(
  { context, year, seal, checker, readsTrail }: Wanted,
  document: Buffer,
  upTo: number,
  rooms: readonly ListCaseParts[],
  { tell, signal }: JobContext,
): AsyncGenerator<CasePart> {
  yield { path: '核验.html', title: '核验页：双击打开，把案卷压缩包拖进去', bytes: checker }
  yield { path: '结果.json', title: '封存的结果，连同方案、口径、事实和历年结果', bytes: document }
  tell('制作结果工作簿', 0.1)
  const origin = await sealedOrigin(context.db, year, seal.number)
  const work = {
    make: 'workbook',
    origin,
    engine: context.version,
    asOf: context.today(),
    seal: await markOf(context.db, seal),
  } as const
  const { bytes } = await runResultsWork(work, (stage, done) => tell(stage, 0.1 + done * 0.6), signal)
  yield {
    path: '结果工作簿.xlsx',
    title: '结果工作簿：排名、各分项、逐条解释，带公式',
    bytes: Buffer.concat([...bytes]),
  }
  yield {
    path: '留痕.ndjson',
    title: '到案卷制作为止的留痕',
    bytes: await trailOf(context, year, upTo, readsTrail, tell),
  }
  let taken = 0
  for (const [at, room] of rooms.entries()) {
    const start = taken
    for await (const part of room(context, year, upTo)) {
      if (taken % 50 === 0) {
        // How many a room has is not known before: its share is neared, and the count moves.
        const share = 1 - 1 / (1 + (taken - start) / 1000)
        tell(`收入抽签、计票和公文，已收${taken}份`, 0.8 + (0.19 * (at + share)) / rooms.length)
      }
      yield part
      taken += 1
      await yieldToEventLoop()
    }
  }
}

/** The chain down to a line: the year's lines whole, of all others number and hash alone. */
async function trailOf(
  { db }: AppContext,
  year: number,
  upTo: number,
  readsTrail: boolean,
  tell: JobContext['tell'],
): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const line of walkTrail(db, {}, upTo)) {
    if (line.seq % 1000 === 1) tell('抄录留痕', 0.7 + (0.1 * line.seq) / upTo)
    const isShown = line.year === year && (readsTrail || COMPARED.includes(line.kind))
    pieces.push(
      Buffer.from(isShown ? trailText(line) : `${JSON.stringify({ seq: line.seq, hash: line.hash })}\n`),
    )
  }
  return Buffer.concat(pieces)
}
