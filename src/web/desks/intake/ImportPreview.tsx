import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { printDay } from '../../kit/printDay.ts'
import { NoticeList } from '../../kit/lists/NoticeList.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { ChooseHow } from './ChooseHow.tsx'
import { CommitButtons } from './CommitButtons.tsx'
import type { ImportChoice, ImportDetail } from './intakeTypes.ts'
import { PlanView } from './PlanView.tsx'
import { RefusedReasons } from './RefusedReasons.tsx'

/** Previews an import: accepted and refused rows, the effect on the year, and the import options. */
export function ImportPreview({ of }: { readonly of: ImportDetail }) {
  const { rows, twin, plan, choice, outdated, contains } = of
  const replan = useAct('POST /api/years/:year/intakes/:intake/choice', {
    refresh: ['GET /api/years/:year/intakes/:intake', 'GET /api/years/:year/intakes/:intake/refused'],
  })
  const isPlanning = replan.busy || of.state === 'planning'
  // What was chosen shows at once, before the server has planned with it.
  const [asked, setAsked] = useState<ImportChoice>()
  const shown = asked ?? choice

  async function choose(next: ImportChoice) {
    setAsked(next)
    await replan.run({ params: { year: of.year, intake: of.id }, body: { choice: next } })
    setAsked(undefined)
  }

  return (
    <>
      {twin !== undefined && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={`这个文件已由${twin.by}于${printDay(twin.at)}导入过；同样的内容不会再写一遍。`}
        />
      )}
      {outdated && choice !== undefined && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title="预览之后，本年度的名册或事实又有改动，请重新核对后再提交。"
          action={
            <Button size="small" loading={replan.busy} onClick={() => void choose(choice)}>
              重新核对
            </Button>
          }
        />
      )}
      <RefusedNotice error={replan.refused} />
      {rows !== undefined && (
        <p className="import-count">
          共<strong>{rows.in}</strong>行，接受<strong>{rows.accepted}</strong>行，退回
          <strong className={rows.refused > 0 ? 'bad' : undefined}>{rows.refused}</strong>行
        </p>
      )}
      {of.reasons > 0 && <RefusedReasons of={of} />}
      <NoticeList of={of.notices} />
      {shown !== undefined && contains !== undefined && (
        <ChooseHow
          choice={shown}
          contains={contains}
          busy={isPlanning}
          onChoose={next => void choose(next)}
        />
      )}
      {isPlanning && (
        <p role="status" className="soft">
          正在重新核对……
        </p>
      )}
      {plan !== undefined && choice !== undefined && <PlanView plan={plan} choice={choice} />}
      {plan !== undefined && <CommitButtons of={of} plan={plan} disabled={outdated || isPlanning} />}
    </>
  )
}
