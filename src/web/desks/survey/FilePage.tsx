import { wordsFor } from '../../../domain/campaign/survey/questionnaire.ts'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { PasteBox } from '../../kit/lists/PasteBox.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { SendFile } from './SendFile.tsx'
import { SurveyImport, useReadingOn } from './SurveyImport.tsx'
import { addressOfSurvey, type SurveyProps } from './surveyTypes.ts'
import { useSteps } from './useSteps.ts'

const FILES = 'GET /api/years/:year/surveys/:survey/file'

const KINDS = [
  { value: 'answers', text: '一行一份答卷' },
  { value: 'tallies', text: '一行一个单位一类对象的汇总' },
] as const

type Kind = (typeof KINDS)[number]['value']
type Import = CallAnswer<typeof FILES>['imports'][number]

/** Imports the bureau's own file, which is read in the background: a row for each answer or each tally, its columns matched on the screen and remembered. */
export function FilePage() {
  const { year } = useYear()
  const { survey } = useParams({ strict: false }) as { readonly survey: string }
  const params = { year, survey }
  const of = useAnswer('GET /api/years/:year/surveys/:survey', { params })
  const files = useAnswer(FILES, { params })
  useReadingOn(files)
  return (
    <AnsweredPage title="导入结果文件" of={of}>
      {answer => (
        <AnsweredPage title="导入结果文件" of={files}>
          {({ imports }) => (
            <>
              <PageHead
                title="导入结果文件"
                state={answer.title}
                actions={<BackLink to={addressOfSurvey(year!, answer.id)}>返回调查</BackLink>}
              />
              <Shown year={year!} survey={answer} imports={imports} />
            </>
          )}
        </AnsweredPage>
      )}
    </AnsweredPage>
  )
}

function Shown({ year, survey, imports }: SurveyProps & { readonly imports: readonly Import[] }) {
  const may = useSteps(survey)
  const waiting = imports.find(({ state }) => state === 'reading' || state === 'read')
  const kept = imports.find(({ state }) => state === 'kept')
  // Kept while it is read, to be sent once more when its headings have been matched.
  const [sent, setSent] = useState<File>()
  return (
    <>
      {kept !== undefined && (
        <p className="soft">
          现有的结果来自<span translate="no">{kept.file}</span>，{kept.accepted}行，{kept.by}
          导入；再导入的，代替原来的。
        </p>
      )}
      {!may('import') ? (
        <EmptyState title="现在不能导入结果文件" what={whyNot(survey.stage)} />
      ) : waiting === undefined ? (
        <ChooseFile year={year} survey={survey} latest={imports[0]} sent={sent} onSent={setSent} />
      ) : (
        <ReadFile year={year} survey={survey} of={waiting} />
      )}
    </>
  )
}

function whyNot(stage: SurveyProps['survey']['stage']): string {
  switch (stage) {
    case 'drafted':
      return '组织考核者委托以后导入。'
    case 'handedOver':
      return '结果已经移交。要换文件的，请组织考核者先退回结果。'
    case 'accepted':
      return '结果已经接收。要换文件的，请组织考核者先撤回接收，再退回结果。'
    default:
      return '这项调查由本系统电话访问，不导入结果文件。'
  }
}

/** Lets somebody choose a file, and match its headings where the last one could not be read for them. */
function ChooseFile({
  year,
  survey,
  latest,
  sent,
  onSent,
}: SurveyProps & {
  readonly latest: Import | undefined
  readonly sent: File | undefined
  readonly onSent: (file: File) => void
}) {
  const failed = latest?.state === 'failed' ? latest : undefined
  const [kind, setKind] = useState<Kind>(failed?.kind ?? 'answers')
  const upload = useAct('POST /api/years/:year/surveys/:survey/file', { refresh: [FILES] })
  const { groups, answers } = survey.scheme
  return (
    <div className="list-import">
      <section aria-labelledby="file-kind">
        <h2 id="file-kind">文件怎样排列</h2>
        <Choice label="排列方式" value={kind} options={KINDS} onChange={value => setKind(value as Kind)} />
        <p>
          {kind === 'answers'
            ? `列：单位、对象，以及${survey.questionnaire.questions.map(({ text }, at) => `第${at + 1}题（${wordsFor(text, '该单位')}）`).join('、')}。`
            : `列：单位、对象，以及各个答案的份数：${answers.map(({ name }) => name).join('、')}。`}
          对象写{groups.map(({ name }) => name).join('、')}。表头不同的，读取后在屏幕上对应，下次记得。
        </p>
      </section>
      <section aria-labelledby="file-choose">
        <h2 id="file-choose">选择填好的文件</h2>
        <SendFile
          id={`surveyFile.${kind}`}
          what="结果文件"
          accept={['.xlsx', '.csv']}
          act={upload}
          failed={failed?.kind === kind ? failed : undefined}
          sent={sent}
          onSend={(file, as) => {
            onSent(file)
            void upload.run({
              params: { year, survey: survey.id },
              query: { name: file.name, kind, as },
              body: file,
            })
          }}
        >
          {send => <PasteBox how="先复制表头，再复制各行。" busy={upload.busy} onFile={send} />}
        </SendFile>
      </section>
    </div>
  )
}

/** Shows a file that is being read, or what was read by unit and group, to be imported or not. */
function ReadFile({ year, survey, of }: SurveyProps & { readonly of: Import }) {
  const go = useNavigate()
  const keep = useAct('POST /api/years/:year/surveys/:survey/file/:import/keep', { done: '结果已导入' })
  const drop = useAct('POST /api/years/:year/surveys/:survey/file/:import/drop', {
    done: '已放弃',
    refresh: [FILES],
  })
  const params = { year, survey: survey.id, import: of.id }
  return (
    <SurveyImport
      of={of}
      what="结果文件"
      whole
      keep={keep}
      drop={drop}
      onKeep={async () => {
        const done = await keep.run({ params, body: {} })
        if (done !== undefined) await go({ to: addressOfSurvey(year, survey.id) })
      }}
      onDrop={() => void drop.run({ params, body: {} })}
    >
      {of.counts.length > 0 && (
        <>
          <h2>读到的答卷</h2>
          <DataTable
            id="surveyFile"
            label="读到的答卷"
            noExport
            rows={of.counts}
            columns={columns}
            rowKey={row => `${row.unitName} ${row.groupName}`}
            search="单位名称或拼音首字母"
            unit="行"
            height={of.counts.length > 40 ? 'fill' : 'whole'}
          />
        </>
      )}
    </SurveyImport>
  )
}

const columns: readonly Column<Import['counts'][number]>[] = [
  { id: 'unit', title: '单位', width: 240, value: row => row.unitName, search: true, onCard: 'title' },
  { id: 'group', title: '对象', width: 100, value: row => row.groupName, filter: true },
  { id: 'answers', title: '份数', width: 90, kind: 'number', value: row => row.answers, onCard: 'figure' },
  { id: 'what', title: '其中', width: 360, value: row => row.what, onCard: 'wide' },
]
