import { useParams } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { letterOf } from '../../../domain/campaign/exam/question.ts'
import type { CallAnswer } from '../../client/call.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { Answered } from '../../kit/Answered.tsx'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { QrCode } from '../../kit/QrCode.tsx'
import { useOfficeAddress } from '../../client/useOfficeAddress.ts'
import { OwnAddressNotice } from '../../kit/OwnAddressNotice.tsx'
import type { Test, TestDetail } from './knowledgeTypes.ts'
import './knowledge.css'
import './slips.css'

const KINDS = [
  { value: 'slips', text: '答题条（手机作答）' },
  { value: 'sheets', text: '纸质卷' },
] as const

/** Prints answer slips and paper tests by unit: a slip has the QR code of one paper, a paper test has its questions. */
export function SlipsPage() {
  const { test = '' } = useParams({ strict: false }) as { readonly test?: string }
  const { year } = useYear()
  const of = useAnswer('GET /api/years/:year/tests/:test', { params: { year, test } })
  return (
    <AnsweredPage title="打印答题条和纸质卷" of={of}>
      {detail => <Shown detail={detail} />}
    </AnsweredPage>
  )
}

function Shown({ detail: { test, papers } }: { readonly detail: TestDetail }) {
  const units = [
    ...new Map(papers.filter(paper => paper.state === 'made').map(paper => [paper.unit, paper.unitName])),
  ]
  const [unit, setUnit] = useState(units[0]?.[0] ?? '')
  const [kind, setKind] = useState<string>('slips')
  return (
    <>
      <div className="no-print">
        <PageHead
          title="打印答题条和纸质卷"
          state={`${test.name}，限时${test.minutes}分钟。一张答题条只能答一份卷，请当面发给本人。`}
          actions={
            <Button type="primary" onClick={() => print()}>
              打印
            </Button>
          }
        />
        <div className="test-slips-choices">
          <Choice label="打印内容" value={kind} onChange={setKind} options={[...KINDS]} />
          <Select
            aria-label="单位"
            showSearch
            optionFilterProp="label"
            value={unit}
            onChange={setUnit}
            options={units.map(([value, label]) => ({ value, label }))}
          />
        </div>
      </div>
      <div className="no-print">{kind === 'slips' && <OwnAddressNotice />}</div>
      {unit === '' ? (
        <EmptyState title="没有待发的试卷" what="先制卷；已开始作答和已交的卷不再打印。" />
      ) : (
        <OfUnit
          test={test}
          unit={unit}
          unitName={units.find(([id]) => id === unit)?.[1] ?? unit}
          kind={kind}
        />
      )}
    </>
  )
}

type Sheet = CallAnswer<'GET /api/years/:year/tests/:test/sheets'>['papers'][number]

interface OfUnitProps {
  readonly test: Test
  readonly unit: string
  readonly unitName: string
  readonly kind: string
}

function OfUnit({ test, unit, unitName, kind }: OfUnitProps) {
  const of = useAnswer('GET /api/years/:year/tests/:test/sheets', {
    params: { year: test.year, test: test.id },
    query: { unit },
  })
  return (
    <Answered of={of}>
      {({ papers }) => (
        <div className={kind === 'slips' ? 'test-slips' : 'test-sheets'}>
          {papers.map(paper =>
            kind === 'slips' ? (
              <Slip key={paper.id} paper={paper} test={test} unitName={unitName} />
            ) : (
              <PaperSheet key={paper.id} paper={paper} test={test} unitName={unitName} />
            ),
          )}
        </div>
      )}
    </Answered>
  )
}

interface PaperProps {
  readonly paper: Sheet
  readonly test: Test
  readonly unitName: string
}

function Slip({ paper, test, unitName }: PaperProps) {
  const { address } = useOfficeAddress()
  return (
    <article className="test-slip">
      <QrCode
        className="test-slip-code"
        text={`${address}/sit/${paper.code}`}
        label={`第${paper.seat}号卷的二维码`}
      />
      <div>
        <b>{unitName}</b>
        <p>
          第{paper.seat}号卷{paper.person !== undefined && `，${paper.person}`}
        </p>
        <p>{test.name}</p>
        <p>用手机扫码作答，限时{test.minutes}分钟。不能扫码时打开</p>
        <p className="test-slip-address" translate="no">
          {address.replace(/^https?:\/\//, '')}/sit
        </p>
        <p>
          输入编码
          <span className="test-slip-letters" translate="no">
            {paper.code.replaceAll(/(.{4})(?=.)/g, '$1 ')}
          </span>
        </p>
      </div>
    </article>
  )
}

function PaperSheet({ paper, test, unitName }: PaperProps) {
  return (
    <article className="test-sheet">
      <h2>{test.name}</h2>
      <p>
        {unitName}，第{paper.seat}号卷
        {paper.person === undefined ? '，姓名：____________' : `，${paper.person}`}，限时{test.minutes}分钟
      </p>
      <ol>
        {paper.questions.map(question => (
          <li key={question.id}>
            <p>
              {question.stem}（{question.kindName}）
            </p>
            <p className="test-sheet-options">
              {question.options.map((text, option) => (
                <span key={text}>
                  {question.kind === 'judge' ? '□ ' : `${letterOf(option)}. `}
                  {text}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </article>
  )
}
