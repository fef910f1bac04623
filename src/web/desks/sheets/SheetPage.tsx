import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { PrinterOutlined } from '@ant-design/icons'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { KeepRefused } from '../../kit/form/KeepRefused.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { standingNames } from '../../../domain/campaign/sheet/sheetState.ts'
import { Fact } from '../../kit/Fact.tsx'
import { ChooseForm } from './ChooseForm.tsx'
import { FindingCard, Photos } from './FindingCard.tsx'
import { PhotoNotes } from './PhotoNotes.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import { ReplyForm } from './ReplyForm.tsx'
import { addressOfObjection, type Sheet } from './sheetTypes.ts'
import { Signatures } from './Signatures.tsx'
import { SignForm } from './SignForm.tsx'
import { useWithSealed } from '../year/useWithSealed.ts'
import './sheets.css'

/** Shows an inspection sheet (核查表): findings with photos, and signatures. The unit replies here; it prints on A4. */
export function SheetPage() {
  const { sheet } = useParams({ strict: false }) as { readonly sheet: string }
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/sheets/:sheet', { params: { year, sheet } })
  return (
    <AnsweredPage title="核查表" of={answer}>
      {of => <Shown key={sheet} year={year!} of={of} />}
    </AnsweredPage>
  )
}

function Shown({ year, of }: { readonly year: number; readonly of: Sheet }) {
  const withSealed = useWithSealed()
  const answering = of.mayReply && of.rows.some(one => one.decision === undefined)
  const settled = answering ? of.rows.filter(one => one.decision !== undefined) : of.rows
  return (
    <div className="sheet">
      <PageHead
        title={`${of.unitName}：${printQuarter(of.quarter)}核查表`}
        state={withSealed(describeState(of))}
        actions={
          <>
            <BackLink to={`/${year}/sheets`}>返回清单</BackLink>
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              打印
            </Button>
          </>
        }
      />
      <dl className="sheet-facts">
        <Fact name="核查日期">{printDay(of.visitedOn)}</Fact>
        <Fact name="核查人员">{of.inspectors.join('、')}</Fact>
        <Fact name="轮次">
          {of.roundName}
          {of.by === 'leadUnit' && (
            <span className="finding-soft soft">牵头单位自行核查，只记录，不计分</span>
          )}
        </Fact>
        <Fact name="报送">
          <ChineseDate of={of.receivedAt} />
        </Fact>
      </dl>
      {of.mayChoose && <ChooseForm year={year} sheet={of} />}
      {of.chosen !== undefined && <p className="sheet-chosen">{describeChoice(of.chosen)}</p>}
      <h2>核查情况（{of.rows.length}条）</h2>
      {of.rows.length === 0 && <p>没有扣分、加分的情况。</p>}
      {answering && <ReplyForm year={year} sheet={of} />}
      {settled.map(one => (
        <FindingCard key={one.id} year={year} unit={of.unit} of={one}>
          {of.mayDecide && one.state === 'objected' && (
            <LinkButton type="primary" to={addressOfObjection(year, one.id)}>
              裁定这条异议
            </LinkButton>
          )}
        </FindingCard>
      ))}
      {(of.note !== '' || of.photos.length > 0) && (
        <>
          <h2>其他说明</h2>
          {of.note !== '' && <p className="finding-note">{of.note}</p>}
          <Photos at={{ year, unit: of.unit }} photos={of.photos} />
        </>
      )}
      <PhotoNotes year={year} of={of} />
      <h2>签字</h2>
      <Signatures of={of} />
      <KeepRefused open={of.maySign}>
        <SignForm year={year} sheet={of} />
      </KeepRefused>
      {of.preview.length > 0 && <PreviewRows of={of} />}
      <h2>经过</h2>
      <ol className="sheet-history">
        {of.history.map((step, nth) => (
          <li key={nth}>
            <ChineseDate of={step.at} /> {step.by}：{step.what}
          </li>
        ))}
      </ol>
      <p className="sheet-hash">
        收件校验值 <code translate="no">{of.hash.slice(0, 16)}</code>
      </p>
    </div>
  )
}

function describeState({ state, due, today, rows }: Sheet): string {
  const open = rows.filter(one => one.state === 'open').length
  if (state !== 'replying' || due === undefined) return standingNames[state]
  return `${standingNames[state]}：${open}条待答复，期限${printDay(due)}${due === today ? '（今天）' : ''}`
}

function describeChoice({ by, kind, reason }: NonNullable<Sheet['chosen']>): string {
  const what = {
    kept: '两份核查表中选定了这一份',
    merged: '两份核查表中选定了这一份并作合并',
    setAside: '两份核查表中没有采用这一份',
  }[kind]
  return `${by}：${what}，理由：${reason}`
}
