import { addDays, type Day, daysBetween, printDay } from '../../kernel/calendar.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { whyTooFar } from '../../kernel/whyTooFar.ts'
import {
  type ProblemCommand,
  type ProblemEvent,
  type ProblemPlan,
  type ProblemStanding,
  problemStandingNames,
  type ProblemState,
  type Signers,
} from './problemState.ts'

type Signed = Extract<ProblemCommand, { do: 'review' | 'vet' }>

/** States in which a command is possible at all. */
const OPEN: Readonly<Record<ProblemCommand['do'], readonly ProblemStanding[]>> = {
  word: ['drafted', 'reviewed'],
  drop: ['drafted', 'reviewed'],
  review: ['drafted'],
  send: ['reviewed'],
  receive: ['sent'],
  object: ['sent'],
  answer: ['sent'],
  plan: ['sent', 'planReturned'],
  handIn: ['sent', 'planReturned'],
  vet: ['handedIn'],
  progress: ['inProgress'],
  extend: ['inProgress'],
  answerExtension: ['inProgress'],
  claim: ['inProgress'],
  check: ['claimed'],
}

/** Decides a command to a problem (问题) in this state on this day: returns its next state or a refusal. (五（二）) */
export function decideProblem(
  state: ProblemState,
  command: ProblemCommand,
  { bodies, vetters }: Signers,
  today: Day,
): ProblemEvent | Refusal {
  const { standing } = state
  if (!OPEN[command.do].includes(standing)) return locked(state)
  switch (command.do) {
    case 'word':
      return { to: 'drafted' }
    case 'drop':
      return { to: 'dropped' }
    case 'review':
      return decideReview(state, command, bodies)
    case 'send':
      return { to: 'sent' }
    case 'receive':
      return state.isReceived ? locked(state) : { to: 'sent' }
    case 'object':
      return decideObjection(state, today)
    case 'answer':
      return state.objection === 'open' ? { to: command.upheld ? 'dropped' : 'sent' } : locked(state)
    case 'plan':
      // A returned plan that is rewritten is one to be handed in.
      return whyNoPlan(state) ?? { to: 'sent' }
    case 'handIn':
      return whyNoPlan(state) ?? planFault(state.plan, today) ?? { to: 'handedIn' }
    case 'vet':
      return decideVet(state, command, vetters)
    case 'progress':
    case 'claim':
      return { to: command.do === 'claim' ? 'claimed' : standing }
    case 'extend':
      return decideExtension(state, command.until, today)
    case 'answerExtension':
      return state.extensionUntil === undefined ? locked(state) : { to: standing }
    case 'check':
      if (command.by === state.claimedBy) return refuse('problemOwnCheck', {})
      return { to: command.isMended ? 'confirmed' : 'inProgress' }
  }
}

/** Tells whether a problem is overdue (逾期): no plan after its day, or not claimed done after its deadline. */
export function isOverdue(
  { standing, plan, objection }: Pick<ProblemState, 'standing' | 'plan' | 'objection'>,
  planBy: Day | undefined,
  today: Day,
): boolean {
  if (standing === 'planReturned' || (standing === 'sent' && objection !== 'open'))
    return planBy !== undefined && today > planBy
  return standing === 'inProgress' && plan.deadline !== undefined && today > plan.deadline
}

/** Returns the day for the plan (方案上报日期) once an objection is answered: the unit keeps as many days as lay between the last day for objections and the day for plans. (四（五）) */
export function planDayAfter(objectUntil: Day, planBy: Day, answered: Day): Day {
  const kept = addDays(answered, daysBetween(objectUntil, planBy))
  return kept > planBy ? kept : planBy
}

function decideReview(
  { draftedBy, reviews }: ProblemState,
  { body, by, agrees }: Signed,
  bodies: readonly string[],
): ProblemEvent | Refusal {
  if (by === draftedBy) return refuse('problemOwnReview', {})
  if (!agrees) return { to: 'drafted' }
  if (reviews.some(one => one.body === body)) return refuse('problemSignedAlready', {})
  const isLast = bodies.every(one => one === body || reviews.some(review => review.body === one))
  return { to: isLast ? 'reviewed' : 'drafted', isLast }
}

function decideVet(
  { vets }: ProblemState,
  { body, agrees }: Signed,
  vetters: readonly string[],
): ProblemEvent | Refusal {
  if (!agrees) return { to: 'planReturned' }
  if (vets.some(one => one.body === body)) return refuse('problemSignedAlready', {})
  const isLast = vetters.every(one => one === body || vets.some(vet => vet.body === one))
  return { to: isLast ? 'inProgress' : 'handedIn', isLast }
}

function decideObjection(state: ProblemState, today: Day): ProblemEvent | Refusal {
  if (!state.isReceived) return refuse('problemNotReceived', {})
  if (state.objection !== 'none') return refuse('problemObjectedAlready', {})
  if (state.objectUntil !== undefined && today > state.objectUntil)
    return refuse('problemObjectionLate', { day: printDay(state.objectUntil) })
  return { to: 'sent' }
}

/** A plan waits for the receipt and for the answer to an objection. */
function whyNoPlan({ standing, isReceived, objection }: ProblemState): Refusal | undefined {
  if (standing !== 'sent') return undefined
  if (!isReceived) return refuse('problemNotReceived', {})
  return objection === 'open' ? refuse('problemObjectionOpen', {}) : undefined
}

function planFault({ cause, remedy, owner, deadline }: ProblemPlan, today: Day): Refusal | undefined {
  const lacks = [
    cause.trim() === '' && '原因',
    remedy.trim() === '' && '整改措施',
    owner.trim() === '' && '责任人',
    deadline === undefined && '完成时限',
  ].filter(part => part !== false)
  if (lacks.length > 0) return refuse('problemPlanIncomplete', { lacks: lacks.join('、') })
  return deadline! < today
    ? refuse('problemDeadlinePast', { day: printDay(deadline!) })
    : whyTooFar(deadline, today)
}

function decideExtension(
  { standing, plan, extensionUntil }: ProblemState,
  until: Day,
  today: Day,
): ProblemEvent | Refusal {
  if (extensionUntil !== undefined) return refuse('problemExtensionOpen', { day: printDay(extensionUntil) })
  const after = plan.deadline !== undefined && plan.deadline > today ? plan.deadline : today
  return until > after
    ? (whyTooFar(until, today) ?? { to: standing })
    : refuse('problemExtensionEarlier', { day: printDay(after) })
}

function locked({ standing }: ProblemState): Refusal {
  return refuse('problemLocked', { state: problemStandingNames[standing] })
}
