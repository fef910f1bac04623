import { checkQuestion, type Question, questionKinds } from '../../../domain/campaign/exam/question.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { RefusedRow } from '../../../contract/shape/listImport.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import {
  changeQuestion,
  countUses,
  insertQuestions,
  isStemUsed,
  lockQuestion,
  type StoredQuestion,
} from './bank.store.ts'
import { presentQuestion } from './presentBank.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

type Told = ReturnType<typeof presentQuestion>
type Body = Omit<Question, 'id'>

/** Adds a question. `questionFaulty`, `questionKnown`. */
export async function addQuestion({
  context,
  actor,
  change,
  body,
}: Served<'POST /api/questions'>): Promise<Told | Refusal> {
  const faulty = checkQuestion(tidy(body))
  if (faulty !== undefined) return faulty
  const row = rowOf(context, actor, tidy(body))
  return change<Told>(async tx => {
    if ((await insertQuestions(tx, [row])).length === 0) return refuse('questionKnown', { stem: body.stem })
    const event = {
      kind: 'questionAdded',
      values: { kind: questionKinds[body.kind], stem: body.stem },
    } as const
    return {
      answer: presentQuestion({ ...row, retired: false, voided: null, revision: 1 }, 0),
      events: [event],
    }
  })
}

/** Imports questions: adds all that pass in one step and returns the others with their rows and reasons. */
export async function importQuestions({
  context,
  actor,
  change,
  body: { questions: bodies },
}: Served<'POST /api/questions/import'>): Promise<
  { readonly added: number; readonly refused: RefusedRow[] } | Refusal
> {
  const checked = bodies.map((body, at) => ({
    row: at + 1,
    body: tidy(body),
    faulty: checkQuestion(tidy(body)),
  }))
  const refused: RefusedRow[] = checked.flatMap(({ row, faulty }) =>
    faulty === undefined ? [] : [{ row, reason: sentenceOfRefusal(faulty) }],
  )
  const good = checked
    .filter(({ faulty }) => faulty === undefined)
    .map(({ row, body }) => ({ row, made: rowOf(context, actor, body) }))
  return change(async tx => {
    const made = new Set(
      await insertQuestions(
        tx,
        good.map(one => one.made),
      ),
    )
    for (const { row, made: question } of good)
      if (!made.has(question.id))
        refused.push({ row, reason: sentenceOfRefusal(refuse('questionKnown', { stem: question.stem })) })
    const answer = { added: made.size, refused }
    return {
      answer,
      events: [{ kind: 'questionsImported', values: { added: made.size, refused: refused.length } }],
    }
  })
}

/** Edits a question, except its answer (see `correctAnswer`). */
export async function editQuestion({
  context,
  actor,
  change,
  params: { question: id },
  body: { revision, reason, ...to },
}: Served<'PUT /api/questions/:question'>): Promise<Told | Refusal> {
  return change<Told>(async tx => {
    const before = await loadQuestion(tx, id, revision)
    if ('code' in before) return before
    const faulty = checkQuestion({ ...tidy({ ...to, answer: before.answer }) })
    if (faulty !== undefined) return faulty
    if (!before.retired && (await isStemUsed(tx, to.stem, id)))
      return refuse('questionKnown', { stem: to.stem })
    const after = await changeQuestion(tx, before, to, {
      by: actor.name,
      at: context.now().toISOString(),
      reason,
    })
    const answer = presentQuestion(after, (await countUses(tx)).get(id) ?? 0)
    return { answer, events: [{ kind: 'questionChanged', values: { stem: after.stem, reason } }] }
  })
}

/** Retires or restores a question; papers that contain it keep it. */
export async function retireQuestion({
  context,
  actor,
  change,
  params: { question: id },
  body: { revision, retired },
}: Served<'POST /api/questions/:question/retire'>): Promise<Told | Refusal> {
  return change<Told>(async tx => {
    const before = await loadQuestion(tx, id, revision)
    if ('code' in before) return before
    if (!retired && (await isStemUsed(tx, before.stem, id)))
      return refuse('questionKnown', { stem: before.stem })
    const after = await changeQuestion(
      tx,
      before,
      { retired },
      { by: actor.name, at: context.now().toISOString(), reason: retired ? '停用' : '恢复' },
    )
    const answer = presentQuestion(after, (await countUses(tx)).get(id) ?? 0)
    return { answer, events: [{ kind: 'questionRetired', values: { stem: after.stem, retired } }] }
  })
}

/** Loads a question for editing. `notFound`, `staleRevision`. */
export async function loadQuestion(
  tx: Transaction,
  id: string,
  revision: number,
): Promise<StoredQuestion | Refusal> {
  const found = await lockQuestion(tx, id)
  if (found === undefined) return refuse('notFound', { what: '这道题' })
  if (found.revision !== revision) return staleRevision('这道题', found.changedBy, found.changedAt)
  return found
}

function tidy(body: Body): Body {
  return { ...body, answer: body.answer.toSorted((one, other) => one - other) }
}

function rowOf(context: AppContext, actor: Actor, body: Body) {
  return { id: context.newId(), ...body, changedBy: actor.name, changedAt: context.now().toISOString() }
}
