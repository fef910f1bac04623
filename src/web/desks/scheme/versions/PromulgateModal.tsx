import { Modal } from 'antd'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { FaultList } from '../FaultList.tsx'
import type { SchemeVersion, VersionHead } from '../schemeTypes.ts'

/** Confirms promulgation: what was checked and what follows. A draft with faults or open rulings cannot be promulgated. */
export function PromulgateModal({
  of: { head, faults },
  onClose,
}: {
  readonly of: SchemeVersion
  readonly onClose: () => void
}) {
  const act = useAct('POST /api/schemes/:version/promulgation', { done: `第${head.number}版已印发` })
  const wrong = faults.filter(fault => fault.severity === 'fault')
  const warnings = faults.filter(fault => fault.severity === 'warning')

  async function promulgate() {
    const done = await act.run({ params: { version: head.version }, body: { revision: head.revision } })
    if (done !== undefined) onClose()
  }

  return (
    <Modal
      open
      title={`印发第${head.number}版`}
      okText="印发"
      cancelText="取消"
      okButtonProps={{ disabled: wrong.length > 0 }}
      confirmLoading={act.busy}
      mask={{ closable: false }}
      onOk={() => void promulgate()}
      onCancel={onClose}
    >
      <RefusedNotice error={act.refused} />
      <ul className="check-list bare" aria-label="印发前的检查">
        <li className={wrong.length === 0 ? 'check-good' : 'check-bad'}>
          {wrong.length === 0 ? '内容检查：没有错误' : `内容检查：还有${wrong.length}处错误，改正后才能印发`}
        </li>
        <li className={head.rulings.open === 0 ? 'check-good' : 'check-bad'}>
          {head.rulings.open === 0
            ? '口径：没有未答复的'
            : `口径：${head.rulings.open}条未答复，答复后才能印发`}
        </li>
        <li className={head.rulings.assumed === 0 ? 'check-good' : 'check-note'}>{describeAssumed(head)}</li>
        {warnings.length > 0 && <li className="check-note">{warnings.length}处提醒，对照通知确认即可</li>}
        <Changes head={head} />
      </ul>
      {wrong.length > 0 ? (
        <FaultList faults={wrong} />
      ) : (
        warnings.length > 0 && <FaultList faults={warnings} />
      )}
      <p>印发后这一版不再改动，可由年度采用；正在采用旧版的年度不会自动改用，须在年度里决定。</p>
    </Modal>
  )
}

function describeAssumed({ rulings: { assumed, settled } }: VersionHead): string {
  return assumed === 0
    ? `口径：已确认${settled}条，没有暂按默认的`
    : `口径：${assumed}条暂按默认，可以印发，用到的得分都会注明“暂按默认”`
}

function Changes({ head: { version, basedOn } }: { readonly head: VersionHead }) {
  const { data } = useAnswer(
    'GET /api/schemes/:version/difference/:other',
    { params: { version: basedOn ?? version, other: version } },
    { when: basedOn !== undefined },
  )
  if (basedOn === undefined || data === undefined) return null
  const { differences, from } = data
  const parts = [...new Set(differences.map(difference => difference.partName))]
  return (
    <li className={differences.length > 0 ? 'check-good' : 'check-bad'}>
      {differences.length > 0
        ? `与第${from.number}版相比：${parts.join('、')}共${differences.length}处不同`
        : `与第${from.number}版相比没有不同，不必印发`}
    </li>
  )
}
