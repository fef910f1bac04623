import { type Day, printDay } from '../../kernel/calendar.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import {
  type HandInContent,
  type ReportCommand,
  type ReportEvent,
  type ReportState,
  reportStateNames,
} from './reportState.ts'

type CommandOf<D extends ReportCommand['do']> = Extract<ReportCommand, { do: D }>

/** Decides a command to a debrief report (述职报告) in this state on this day: returns the event or a refusal. (六（二）, 六（三）) */
export function decideReport(state: ReportState, command: ReportCommand, today: Day): ReportEvent | Refusal {
  switch (command.do) {
    case 'edit':
      return isOpen(state) ? { kind: 'edited' } : locked(state)
    case 'handIn':
      if (!isOpen(state)) return locked(state)
      return (
        faultOf(command.content) ??
        (command.declared ? { kind: 'handedIn', on: today } : refuse('reportNotDeclared', {}))
      )
    case 'takeIn':
      return decideTakeIn(state, command, today)
    case 'comment':
      return state.kind === 'handedIn' && state.vetters.includes(command.vetter)
        ? { kind: 'commented' }
        : notVetting(state)
    case 'sign':
      return decideSignature(state, command)
    case 'return':
      return decideReturn(state, command)
  }
}

function decideTakeIn(
  state: ReportState,
  { content, arrivedOn }: CommandOf<'takeIn'>,
  today: Day,
): ReportEvent | Refusal {
  if (!isOpen(state)) return locked(state)
  if (arrivedOn > today) return refuse('reportArrivesLater', { day: printDay(arrivedOn) })
  return faultOf(content) ?? { kind: 'handedIn', on: arrivedOn }
}

function decideSignature(state: ReportState, { vetter }: CommandOf<'sign'>): ReportEvent | Refusal {
  if (state.kind !== 'handedIn' || !state.vetters.includes(vetter)) return notVetting(state)
  if (state.signed.includes(vetter)) return refuse('reportSignedAlready', {})
  return { kind: 'signed', isLast: state.vetters.every(one => one === vetter || state.signed.includes(one)) }
}

function decideReturn(state: ReportState, { vetter, reason }: CommandOf<'return'>): ReportEvent | Refusal {
  if ((state.kind !== 'handedIn' && state.kind !== 'vetted') || !state.vetters.includes(vetter))
    return notVetting(state)
  return reason.trim() === '' ? refuse('reportReturnReason', {}) : { kind: 'returned' }
}

/** Checks a hand-in: something is written, not more than the limit, and shares outside the range have a reason. */
function faultOf({ words, limit, isWaived, outside, shareReason }: HandInContent): Refusal | undefined {
  if (words === 0) return refuse('reportEmpty', {})
  if (words > limit && !isWaived) return refuse('reportOverLimit', { words, limit, over: words - limit })
  if (outside !== '' && shareReason.trim() === '') return refuse('reportShareReason', { outside })
  return undefined
}

function isOpen({ kind }: ReportState): boolean {
  return kind === 'draft' || kind === 'returned'
}

function locked({ kind }: ReportState): Refusal {
  return refuse('reportLocked', { state: reportStateNames[kind] })
}

function notVetting({ kind }: ReportState): Refusal {
  return refuse('reportNotVetted', { state: reportStateNames[kind] })
}
