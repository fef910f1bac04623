import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { ImportDetail, Plan } from './intakeTypes.ts'

interface Props {
  readonly of: ImportDetail
  readonly plan: Plan
  readonly disabled: boolean
}

/** Commits an import: everything, or on request only the accepted rows if some were refused. The commit is atomic. */
export function CommitButtons({ of, plan, disabled }: Props) {
  const [asking, setAsking] = useState(false)
  const act = useAct('POST /api/years/:year/intakes/:intake/commit', { done: '已提交' })
  const { year, id, rows, reasons } = of
  const isPartial = reasons > 0
  const withdrawn = plan.facts.reduce((sum, kind) => sum + kind.withdrawn, 0)
  const wantsAsking = isPartial || withdrawn > 0 || plan.units.removed > 0

  async function commit() {
    await act.run({ params: { year, intake: id }, body: { plan: plan.number, partial: isPartial } })
    setAsking(false)
  }

  return (
    <div className="import-commit buttons-level">
      <RefusedNotice error={act.refused} />
      {!plan.nothingNew && (
        <Button
          type="primary"
          loading={act.busy}
          disabled={disabled || plan.blockersTotal > 0 || rows?.accepted === 0}
          onClick={() => (wantsAsking ? setAsking(true) : void commit())}
        >
          {isPartial ? `只提交通过的 ${rows?.accepted ?? 0} 行` : `提交全部 ${rows?.accepted ?? 0} 行`}
        </Button>
      )}
      {isPartial && <span className="soft">也可以下载退回清单，改好文件后重新导入。</span>}
      <Modal
        open={asking}
        title="提交导入"
        okText="提交"
        cancelText="取消"
        confirmLoading={act.busy}
        onOk={() => void commit()}
        onCancel={() => setAsking(false)}
      >
        {isPartial && (
          <p>
            退回的 {rows?.refused ?? 0} 行不写入{withdrawn > 0 && '，它们原来的内容也会撤下'}；其余一次写入。
          </p>
        )}
        {withdrawn > 0 && <p>原有的事实撤下 {withdrawn} 条，不再计分；撤下的仍可在留痕中查到。</p>}
        {plan.units.removed > 0 && <p>名册移出 {plan.units.removed} 个单位及其任职。</p>}
      </Modal>
    </div>
  )
}
