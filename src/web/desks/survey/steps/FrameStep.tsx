import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '../../../client/call.ts'
import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { ProgressLine } from '../../../kit/ProgressLine.tsx'
import { SaveAs } from '../../../kit/SaveAs.tsx'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { DrawSample } from '../DrawSample.tsx'
import { SendFile } from '../SendFile.tsx'
import { SurveyImport, useReadingOn } from '../SurveyImport.tsx'
import type { Frame, SurveyProps } from '../surveyTypes.ts'
import { useSteps } from '../useSteps.ts'

const FRAME = 'GET /api/years/:year/surveys/:survey/frame'

/** Imports the frame and draws the sample; afterwards shows what was drawn, and the record that anybody can repeat. */
export function FrameStep({ year, survey }: SurveyProps) {
  const params = { year, survey: survey.id }
  const may = useMay()
  const isConducting = may('conductSurveys')
  const isCommitting = may('commissionSurveys')
  const of = useAnswer(FRAME, { params }, { when: isConducting })
  useReadingOn(of)
  const { refetch } = useAnswer('GET /api/years/:year/surveys/:survey', { params })
  const isDrawing = of.data?.drawing !== undefined
  useEffect(() => (isDrawing ? () => void refetch() : undefined), [isDrawing, refetch])
  return (
    <>
      {survey.draw !== undefined && (
        <>
          <p>
            名单{survey.draw.frame}人，抽中{survey.draw.sampled}人，备用{survey.draw.reserve}人。种子
            <span translate="no">{survey.draw.seed}</span>，名单指纹
            <span translate="no">{survey.draw.fingerprint}</span>。
          </p>
          <SaveAs
            text="抽样记录"
            fetch={() => call('GET /api/years/:year/surveys/:survey/draw.txt', { params })}
          />
        </>
      )}
      {survey.draw === undefined && !isConducting && (
        <p>
          由调查方导入样本框并抽样。
          {isCommitting && (
            <>
              调查方还没有账号的，<Link to="/accounts/new">去开设账号</Link>。
            </>
          )}
        </p>
      )}
      {isConducting && (
        <Answered of={of}>{frame => <Shown year={year} survey={survey} frame={frame} />}</Answered>
      )}
    </>
  )
}

function Shown({ year, survey, frame }: SurveyProps & { readonly frame: Frame }) {
  const params = { year, survey: survey.id }
  const [drawing, setDrawing] = useState(false)
  const [sent, setSent] = useState<File>()
  const send = useAct('POST /api/years/:year/surveys/:survey/frame', { refresh: [FRAME] })
  const may = useSteps(survey)
  const waiting = frame.imports.filter(one => one.state === 'reading' || one.state === 'read')
  // A failure is told until another file has come.
  const failed = frame.imports.slice(0, 1).find(one => one.state === 'failed')
  const kept = frame.imports.filter(one => one.state === 'kept')
  return (
    <>
      {may('list') && (
        <div className="frame-import">
          <SaveAs
            text="样本框模板"
            fetch={() => call('GET /api/years/:year/surveys/:survey/frame/template.xlsx', { params })}
          />
          {waiting.length === 0 && (
            <SendFile
              id="surveyFrame"
              what="样本框"
              accept={['.xlsx']}
              act={send}
              failed={failed}
              sent={sent}
              onSend={(file, as) => {
                setSent(file)
                void send.run({ params, query: { name: file.name, as }, body: file })
              }}
            />
          )}
        </div>
      )}
      {frame.drawing !== undefined && (
        <>
          <ProgressLine
            label="正在抽取样本"
            done={frame.drawing}
            total={1}
            said={`${Math.round(frame.drawing * 100)}%`}
          />
          <p className="soft">名单已冻结。可以离开这一页，回来再看。</p>
        </>
      )}
      {waiting.map(one => (
        <OneImport key={one.id} year={year} survey={survey} of={one} />
      ))}
      {kept.length > 0 && (
        <p className="soft">
          已导入{kept.length}个文件，共{frame.total}人。
        </p>
      )}
      {frame.total > 0 && (
        <DataTable
          id="surveyFrame"
          label="样本框人数"
          noExport
          rows={frame.counts}
          columns={columns}
          rowKey={row => `${row.unit} ${row.group}`}
          rowClass={row => (row.frame < row.wanted ? 'urgent' : undefined)}
          search="单位名称或拼音首字母"
          unit="行"
          height={frame.counts.length > 40 ? 'fill' : 'whole'}
        />
      )}
      {may('draw') && (
        <div className="buttons-level step-act">
          <Button
            type={waiting.length === 0 ? 'primary' : 'default'}
            disabled={frame.total === 0 || waiting.length > 0}
            onClick={() => setDrawing(true)}
          >
            抽取样本
          </Button>
          {waiting.length > 0 ? (
            <span className="soft">先确认读好的样本框。</span>
          ) : (
            frame.total === 0 && <span className="soft">先导入样本框。</span>
          )}
        </div>
      )}
      {drawing && <DrawSample year={year} survey={survey} onClose={() => setDrawing(false)} />}
    </>
  )
}

type Import = Frame['imports'][number]

function OneImport({ year, survey, of }: SurveyProps & { readonly of: Import }) {
  const refresh = { refresh: [FRAME, 'GET /api/years/:year/surveys/:survey'] } as const
  const keep = useAct('POST /api/years/:year/surveys/:survey/frame/:import/keep', {
    done: '样本框已导入',
    ...refresh,
  })
  const drop = useAct('POST /api/years/:year/surveys/:survey/frame/:import/drop', {
    done: '已放弃',
    ...refresh,
  })
  const params = { year, survey: survey.id, import: of.id }
  return (
    <SurveyImport
      of={of}
      what="样本框"
      keep={keep}
      drop={drop}
      onKeep={() => void keep.run({ params, body: {} })}
      onDrop={() => void drop.run({ params, body: {} })}
    />
  )
}

const columns: readonly Column<Frame['counts'][number]>[] = [
  { id: 'unit', title: '单位', width: 240, value: row => row.unitName, search: true, onCard: 'title' },
  { id: 'group', title: '对象', width: 90, value: row => row.groupName, filter: true },
  { id: 'frame', title: '名单人数', width: 100, kind: 'number', value: row => row.frame, onCard: 'figure' },
  { id: 'strata', title: '层（个）', width: 80, kind: 'number', value: row => row.strata },
  { id: 'wanted', title: '计划份数', width: 100, kind: 'number', value: row => row.wanted },
  { id: 'sampled', title: '抽中（人）', width: 100, kind: 'number', value: row => row.sampled },
  { id: 'reserve', title: '备用（人）', width: 100, kind: 'number', value: row => row.reserve },
]
