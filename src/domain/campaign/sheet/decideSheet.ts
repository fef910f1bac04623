import { type Day, printDay } from '../../kernel/calendar.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { FindingState, ObjectionRuling, SheetCommand, SheetEvent, SheetState } from './sheetState.ts'

type CommandOf<D extends SheetCommand['do']> = Extract<SheetCommand, { do: D }>

const DECIDED: Readonly<Record<ObjectionRuling, FindingState>> = {
  uphold: 'upheld',
  change: 'changed',
  drop: 'dropped',
}

/** Decides a command to an inspection sheet (核查表) in this state on this day: returns the event or a refusal. (四（二）) */
export function decideSheet(state: SheetState, command: SheetCommand, today: Day): SheetEvent | Refusal {
  switch (command.do) {
    case 'sign':
      return state.kind === 'sent' ? { kind: 'signed' } : refuse('sheetSignedAlready', {})
    case 'choose':
      return decideChoice(state, command)
    case 'reply':
      return decideReply(state, command, today)
    case 'decide':
      return decideObjection(state, command)
  }
}

function decideChoice(state: SheetState, { own }: CommandOf<'choose'>): SheetEvent | Refusal {
  if (own) return refuse('ownFindings', {})
  if (state.kind === 'sent') return refuse('sheetNotSigned', {})
  if (state.kind === 'setAside' || (state.kind === 'inForce' && !state.others))
    return refuse('sheetNotDoubled', {})
  return { kind: 'chosen' }
}

function decideReply(
  state: SheetState,
  { finding, stance, reason }: CommandOf<'reply'>,
  today: Day,
): SheetEvent | Refusal {
  const closed = notInForce(state)
  if (closed !== undefined) return closed
  if (finding === 'upheld' || finding === 'changed' || finding === 'dropped')
    return refuse('findingDecided', {})
  const { due } = state as Extract<SheetState, { kind: 'inForce' }>
  if (today > due) return refuse('replyPastDue', { due: printDay(due) })
  if (stance === 'object' && reason.trim() === '') return refuse('objectionReasonMissing', {})
  return { kind: 'replied', finding: stance === 'object' ? 'objected' : 'accepted' }
}

function decideObjection(
  state: SheetState,
  { finding, ruling, own }: CommandOf<'decide'>,
): SheetEvent | Refusal {
  const closed = notInForce(state)
  if (closed !== undefined) return closed
  if (own) return refuse('ownFindings', {})
  if (finding === 'open' || finding === 'accepted') return refuse('findingNotObjected', {})
  if (finding !== 'objected') return refuse('findingDecided', {})
  return { kind: 'decided', finding: DECIDED[ruling] }
}

function notInForce({ kind }: SheetState): Refusal | undefined {
  if (kind === 'inForce') return undefined
  return kind === 'sent' ? refuse('sheetNotSigned', {}) : refuse('sheetNotInForce', {})
}
