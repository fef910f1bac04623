import { useDraggable, useDroppable } from '@dnd-kit/core'
import { HolderOutlined } from '@ant-design/icons'
import { Choice } from '../../../kit/Choice.tsx'
import type { Board, Member } from '../routineTypes.ts'
import { cardId } from './dragging.ts'
import type { LedgerLine } from './ledgerLines.ts'
import { draftReason, describeStanding, isDrafted } from './standing.ts'

interface Props {
  readonly member: Member
  readonly grades: Board['component']['grades']
  readonly line: LedgerLine | undefined
  readonly editable: boolean
  /** the reason is required now. */
  readonly asked: boolean
  /** members of the requested grade, which is full. */
  readonly swap: { readonly gradeName: string; readonly members: readonly Member[] } | undefined
  readonly onPlace: (grade: string | null) => void
  readonly onSwap: (other: string | undefined) => void
  readonly onWrite: (reason: string) => void
  readonly onSave: () => void
}

/** Shows a member's card: a summary of its ledger, its grade by button or dragging, and the reason. */
export function MemberCard({
  member,
  grades,
  line,
  editable,
  asked,
  swap,
  onPlace,
  onSwap,
  onWrite,
  onSave,
}: Props) {
  const { unit, unitName, personName, grade, reason, own } = member
  const canMove = editable && !own
  const drag = useDraggable({ id: cardId(unit), disabled: !canMove })
  const drop = useDroppable({ id: `over-${cardId(unit)}`, disabled: !canMove })
  const standing = describeStanding(member, line)
  const isMissing = asked && reason.trim() === ''
  const style =
    drag.transform === null
      ? undefined
      : { transform: `translate(${drag.transform.x}px, ${drag.transform.y}px)` }
  return (
    <li ref={drop.setNodeRef} className="member-place">
      <article
        ref={drag.setNodeRef}
        className={`member${drag.isDragging ? ' member-moving' : ''}${drop.isOver ? ' member-under' : ''}`}
        style={style}
        aria-label={unitName}
      >
        <div className="member-head">
          {canMove && (
            <button
              type="button"
              className="member-grip"
              {...drag.listeners}
              {...drag.attributes}
              aria-label={`移动${unitName}`}
            >
              <HolderOutlined />
            </button>
          )}
          <h3>{unitName}</h3>
          {personName !== undefined && <span className="member-person">{personName}</span>}
        </div>
        <p className="member-standing">{standing.length === 0 ? '台账没有记录' : standing.join('，')}</p>
        {own && <p className="member-note">您所在的单位，由本系统其他人员评定。</p>}
        {member.elsewhere !== undefined && grade === null && (
          <p className="member-note">年度中已有“{member.elsewhere}”（导入），接收后由这里的评定代替。</p>
        )}
        {canMove && (
          <div className="member-grades choices" role="group" aria-label={`${unitName}的等次`}>
            {grades.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                aria-pressed={grade === id}
                onClick={() => onPlace(grade === id ? null : id)}
              >
                {name}
              </button>
            ))}
          </div>
        )}
        {swap !== undefined && (
          <div className="member-swap" role="alert">
            “{swap.gradeName}”的名额已满。
            <Choice
              label={`与“${swap.gradeName}”中的一个对换`}
              value=""
              none="选一个单位对换"
              options={swap.members
                .filter(one => !one.own)
                .map(one => ({ value: one.unit, text: one.unitName }))}
              onChange={other => onSwap(other)}
            />
            <button type="button" className="text-button" onClick={() => onSwap(undefined)}>
              不换
            </button>
          </div>
        )}
        {canMove && (grade !== null || reason !== '') && (
          <div className="member-reason">
            <textarea
              aria-label={`${unitName}的理由`}
              aria-invalid={isMissing}
              rows={2}
              maxLength={2000}
              value={reason}
              placeholder="评定理由"
              onChange={event => onWrite(event.target.value)}
              onBlur={onSave}
            />
            {reason.trim() === '' && (
              <button
                type="button"
                className="text-button"
                aria-label={`按台账拟一句${unitName}的理由`}
                onClick={() => {
                  onWrite(draftReason(member, line))
                  onSave()
                }}
              >
                按台账拟一句
              </button>
            )}
          </div>
        )}
        {isDrafted(reason) && <p className="member-note">这句理由由程序按台账拟出，还没有改过。</p>}
        {!canMove && reason !== '' && <p className="member-why">理由：{reason}</p>}
      </article>
    </li>
  )
}
