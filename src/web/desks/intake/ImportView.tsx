import { Alert, Button, Steps } from 'antd'
import { intakeStates } from '../../../contract/intake/intakeStates.ts'
import { useAct } from '../../client/useAct.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { ImportDone } from './ImportDone.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { type ImportDetail, isUnderWay } from './intakeTypes.ts'
import { MatchSheets } from './MatchSheets.tsx'
import { RefusedReasons } from './RefusedReasons.tsx'
import { ProgressLine } from '../../kit/ProgressLine.tsx'

const STAGES: Readonly<Partial<Record<ImportDetail['state'], string>>> = {
  waiting: '前面还有文件在读取，轮到时自动开始',
  reading: '正在逐行读取和查验',
  planning: '正在与本年度已有的内容核对',
}

/** Shows the progress of reading; leaving the page does not stop it. */
function ReadingProgress({ of: { state, done, total } }: { readonly of: ImportDetail }) {
  const said = total === undefined ? (done > 0 ? `${done}行` : '') : `${Math.min(done, total)}/${total}行`
  return (
    <div className="import-progress" aria-live="polite">
      <ProgressLine
        label={STAGES[state] ?? ''}
        done={done}
        total={total ?? 0}
        said={state === 'reading' ? said : ''}
      />
      <p className="soft">可以离开本页，读取会继续进行；回来时在“各次导入”中打开。</p>
    </div>
  )
}

/** Shows one import: choose, preview, commit. It can be left at any step and resumed. */
export function ImportView({ of }: { readonly of: ImportDetail }) {
  const discard = useAct('POST /api/years/:year/intakes/:intake/discard', { done: '已放弃这次导入' })
  const isOpen = of.settledAt === undefined
  return (
    <>
      <PageHead
        title="导入"
        state={
          <>
            <span translate="no">{of.file}</span>，{of.uploadedBy}于{printDay(of.uploadedAt)}上传，
            {intakeStates[of.state]}
          </>
        }
        actions={
          <>
            {isOpen && (
              <Button
                loading={discard.busy}
                onClick={() => void discard.run({ params: { year: of.year, intake: of.id }, body: {} })}
              >
                放弃
              </Button>
            )}
            <BackLink to={`/${of.year}/imports`}>返回各次导入</BackLink>
          </>
        }
      />
      <RefusedNotice error={discard.refused} />
      <Steps
        className="import-steps"
        size="small"
        responsive={false}
        current={stepOf(of)}
        status={of.state === 'failed' || of.state === 'interrupted' ? 'error' : 'process'}
        items={[{ title: '选择文件' }, { title: '预览' }, { title: '提交' }]}
      />
      {(of.state === 'ready' || of.state === 'failed') && <MatchSheets of={of} />}
      <Body of={of} />
    </>
  )
}

function stepOf({ state }: ImportDetail): number {
  if (state === 'committed') return 3
  return state === 'ready' ? 1 : isUnderWay(state) ? 1 : 0
}

function Body({ of }: { readonly of: ImportDetail }) {
  // While it is planned again the last plan stays in sight.
  if (of.state === 'ready' || (of.state === 'planning' && of.plan !== undefined))
    return <ImportPreview of={of} />
  if (isUnderWay(of.state)) return <ReadingProgress of={of} />
  if (of.state === 'committed') return <ImportDone of={of} />
  if (of.state === 'failed') {
    return (
      <>
        <Alert type="error" showIcon title={of.fault} style={{ marginBottom: 12 }} />
        {of.reasons > 1 && <RefusedReasons of={of} />}
        <Again of={of} what="请改好文件后重新导入；这次没有写入任何内容。" />
      </>
    )
  }
  const what = {
    interrupted: '服务器在读取时停止过，这个文件没有读完，也没有写入任何内容。请重新选择文件。',
    discarded: `${of.settledBy}于${printDay(of.settledAt!)}放弃了这次导入，没有写入任何内容。`,
    expired: '预览后一周没有提交，已经过期，没有写入任何内容。请重新选择文件。',
  }
  return <Again of={of} what={what[of.state as keyof typeof what]} />
}

function Again({ of, what }: { readonly of: ImportDetail; readonly what: string }) {
  return (
    <EmptyState
      title="没有写入"
      what={what}
      next={
        <LinkButton type="primary" to={`/${of.year}/imports`}>
          重新选择文件
        </LinkButton>
      }
    />
  )
}
