import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { ListImport } from '../../kit/lists/ListImport.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import type { Column } from '../../kit/table/column.ts'
import { addressOfSurvey, type SurveyProps } from './surveyTypes.ts'

const ROUTE = 'POST /api/years/:year/surveys/:survey/file'

const KINDS = [
  { value: 'answers', text: '一行一份答卷' },
  { value: 'tallies', text: '一行一个单位一类对象的汇总' },
] as const

type Kind = (typeof KINDS)[number]['value']

/** Imports the bureau's own file: a row for each answer or each tally, its columns matched on the screen and remembered. */
export function FilePage() {
  const { year } = useYear()
  const { survey } = useParams({ strict: false }) as { readonly survey: string }
  const of = useAnswer('GET /api/years/:year/surveys/:survey', { params: { year, survey } })
  return (
    <AnsweredPage title="导入结果文件" of={of}>
      {answer => <Shown year={year!} survey={answer} />}
    </AnsweredPage>
  )
}

function Shown({ year, survey }: SurveyProps) {
  const go = useNavigate()
  const [kind, setKind] = useState<Kind>('answers')
  const [check, write] = [useAct(ROUTE, { refresh: [] }), useAct(ROUTE, { done: '结果已导入' })]
  const input = (file: File, step: 'check' | 'write', as: string | undefined) => ({
    params: { year, survey: survey.id },
    query: { name: file.name, step, kind, as },
    body: file,
  })
  const { groups, answers } = survey.scheme
  return (
    <>
      <PageHead
        title="导入结果文件"
        state={survey.title}
        actions={<BackLink to={addressOfSurvey(year, survey.id)}>返回调查</BackLink>}
      />
      <ListImport
        key={kind}
        id={`surveyFile.${kind}`}
        templateTitle="文件怎样排列"
        template={
          <>
            <Choice
              label="排列方式"
              value={kind}
              options={KINDS}
              onChange={value => setKind(value as Kind)}
            />
            <p>
              {kind === 'answers'
                ? `列：单位、对象，以及${survey.questionnaire.questions.map(({ text }, at) => `第${at + 1}题（${text}）`).join('、')}。`
                : `列：单位、对象，以及各个答案的份数：${answers.map(({ name }) => name).join('、')}。`}
              对象写{groups.map(({ name }) => name).join('、')}。表头不同的，读取后在屏幕上对应，下次记得。
            </p>
          </>
        }
        paste="先复制表头，再复制各行。"
        what="结果文件"
        megabytes={10}
        verb="导入"
        whole
        columns={columns}
        rowKey={row => `${row.sheet} ${row.row} ${row.groupName}`}
        reading={{ ...check, run: (file, as) => check.run(input(file, 'check', as)) }}
        writing={{
          ...write,
          run: async (_, file, as) => {
            const answer = await write.run(input(file, 'write', as))
            if (answer !== undefined) await go({ to: addressOfSurvey(year, survey.id) })
            return []
          },
        }}
      />
    </>
  )
}

const columns: readonly Column<CallAnswer<typeof ROUTE>['accepted'][number]>[] = [
  { id: 'unit', title: '单位', width: 240, value: row => row.unitName, onCard: 'title' },
  { id: 'group', title: '对象', width: 100, value: row => row.groupName },
  { id: 'what', title: '内容', width: 360, value: row => row.what, onCard: 'wide' },
]
