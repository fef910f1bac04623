import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { paperStyleNames } from '../../../../contract/meetings/paperFields.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { ProgressLine } from '../../../kit/ProgressLine.tsx'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { addressOfMeeting } from '../meetingTypes.ts'
import { nameOfSheet, type Paper, type PaperSheet } from './paperTypes.ts'
import { ScanUpload } from './ScanUpload.tsx'
import { sheetColumns } from './sheetColumns.tsx'
import './paper.css'

/** Shows the paper of a meeting: prints sheets by class; after voting, enters them by keyboard or from pictures, and shows what two people still have to agree on. */
export function PaperPage() {
  const { year, meeting } = useParams({ strict: false }) as {
    readonly year: string
    readonly meeting: string
  }
  const params = { year: Number(year), meeting }
  const of = useAnswer('GET /api/years/:year/meetings/:meeting/paper', { params })
  return (
    <AnsweredPage title="纸质票" of={of}>
      {paper => <Shown {...params} paper={paper} />}
    </AnsweredPage>
  )
}

interface Props {
  readonly year: number
  readonly meeting: string
  readonly paper: Paper
}

function Shown({ year, meeting, paper }: Props) {
  const address = addressOfMeeting(year, meeting)
  const open = paper.sheets.filter(({ state }) => state !== 'settled').length
  return (
    <>
      <PageHead
        title="纸质票"
        state={`${paper.name}，${paper.phaseName}${paper.sheets.length > 0 ? `；已录${paper.sheets.length}张，${open === 0 ? '全部确定' : `${open}张待确定`}` : ''}`}
        actions={<LinkButton to={address}>回到会议</LinkButton>}
      />
      <Classes year={year} meeting={meeting} paper={paper} />
      {paper.isOpen && paper.convenes && paper.style !== 'figures' && (
        <section aria-label="从图片读取">
          <h2>从照片或扫描件读取</h2>
          <ScanUpload year={year} meeting={meeting} paper={paper} />
        </section>
      )}
      {paper.sheets.length > 0 && <Sheets year={year} meeting={meeting} paper={paper} />}
    </>
  )
}

function Classes({ year, meeting, paper }: Props) {
  const address = `${addressOfMeeting(year, meeting)}/paper`
  return (
    <section aria-label="各票种">
      <h2>印制和录入</h2>
      <p>
        每张票{paper.pages}页，{paper.lines.length}人。
        {paper.style !== undefined &&
          paper.marks === 'points' &&
          `分数的填法：${paperStyleNames[paper.style]}。`}
        {paper.isOpen
          ? '先把同一票种的票叠好，按次序编号；每张由两人各录一遍，一致才算。'
          : '投票结束后在这里录入。'}
      </p>
      <ul className="act-list bare">
        {paper.classes.map(({ id, name, present, printed }) => {
          const own = paper.sheets.filter(({ voterClass }) => voterClass === id)
          const settled = own.filter(({ state }) => state === 'settled').length
          return (
            <li key={id} className="paper-class">
              <span>
                <b>{name}</b>
                <small className="soft-line">
                  {present === undefined ? '到会人数未登记' : `到会${present}人`}，印制{printed}张
                </small>
              </span>
              {own.length > 0 && (
                <ProgressLine
                  label="已确定"
                  done={settled}
                  total={own.length}
                  said={`${settled}/${own.length}张`}
                />
              )}
              {paper.convenes && (
                <span className="buttons">
                  <LinkButton to={`${address}/${id}/print`}>打印</LinkButton>
                  {paper.isOpen && <LinkButton to={`${address}/${id}/enter`}>录入</LinkButton>}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Sheets({ year, meeting, paper }: Props) {
  const [removing, setRemoving] = useState<PaperSheet>()
  const act = useAct('POST /api/years/:year/meetings/:meeting/paper/sheets/:sheet/removed', {
    done: '已删去',
  })
  const address = `${addressOfMeeting(year, meeting)}/paper/sheets`
  return (
    <section aria-label="已录的票">
      <h2>已录的票</h2>
      <DataTable
        id="paperSheets"
        label="已录的票"
        noExport
        rows={paper.sheets}
        columns={sheetColumns(paper, address, paper.isOpen && paper.convenes ? setRemoving : undefined)}
        rowKey={({ id }) => id}
        search="票种、录入人"
        unit="张"
        empty="没有这样的票"
      />
      <ReasonModal
        open={removing !== undefined}
        title={removing === undefined ? '' : `删去${nameOfSheet(paper, removing)}的录入`}
        what="录入和图片都删去，纸质票还在，可以重新录入或扫描。"
        confirm="删去"
        danger
        act={act}
        run={reason => {
          const params = { year, meeting, sheet: removing!.id }
          return act.run({ params, body: { reason } })
        }}
        onClose={() => setRemoving(undefined)}
      />
    </section>
  )
}
