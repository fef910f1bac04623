import { printQuarter } from '../../../../domain/kernel/calendar.ts'
import { printDay } from '../../../kit/printDay.ts'
import type { ListedTask, TaskState } from './listTasks.ts'
import { goTo } from './useRoute.ts'

/** Shows one task: unit, quarter, day and state; a tap opens its sheet. */
export function TaskCard({ listed: { task, state } }: { readonly listed: ListedTask }) {
  const toEnd = state.kind === 'waiting' || state.kind === 'refused' || state.kind === 'arrived'
  return (
    <button
      type="button"
      className={`task task-${state.kind}`}
      data-may-wrap
      onClick={() => goTo({ at: toEnd ? 'finish' : 'sheet', assignment: task.id })}
    >
      <strong>{task.unitName}</strong>
      <span className="task-when">
        {describeRound(task)} ·{' '}
        {task.plannedOn === undefined ? `${printDay(task.to)}前` : printDay(task.plannedOn)}
      </span>
      <span className="task-state">{describeState(state)}</span>
      {state.kind === 'refused' && <span className="task-why">{state.message}</span>}
      {state.kind === 'waiting' && state.trouble !== undefined && (
        <span className="task-why">{state.trouble}</span>
      )}
      {state.kind === 'ahead' && state.others !== undefined && (
        <span className="task-why">{state.others}已报送一份：再填一份，两份并存待选定。</span>
      )}
      {task.isGone === true && (
        <span className="task-why">这项任务已不在您名下：写好的仍可导出，请问组织考核者。</span>
      )}
    </button>
  )
}

/** Describes the round: its name, with the quarter where the name does not contain it. */
function describeRound({ quarter, roundName }: ListedTask['task']): string {
  return roundName.includes('季度') ? roundName : `${printQuarter(quarter)}${roundName}`
}

/** Describes the state of a task. */
function describeState(state: TaskState): string {
  switch (state.kind) {
    case 'refused':
      return '被退回，请改好再发'
    case 'waiting':
      return '待发送'
    case 'filling':
      return `填写中，已看${state.rowsDone}行`
    case 'ahead':
      return state.others === undefined ? '未开始' : '同组已报送'
    case 'arrived':
      return state.isDoubled ? '已送达，两份待选定' : '已送达'
  }
}
