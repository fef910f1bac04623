import { Button } from 'antd'
import { useState } from 'react'
import { paperStyleNames, printFields } from '../../../../contract/meetings/paperFields.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { Choice } from '../../../kit/Choice.tsx'
import { InlineForm } from '../../../kit/form/InlineForm.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { addressOfMeeting } from '../meetingTypes.ts'
import { PaperClassPage, type PaperClassProps } from './PaperClassPage.tsx'
import type { Paper } from './paperTypes.ts'

/** Prints the paper sheet of one class: notes how many, then opens the browser's print window with the exact page. */
export function PrintPaperPage() {
  return <PaperClassPage title="打印纸质票" show={Shown} />
}

function Shown({ year, meeting, voterClass, paper }: PaperClassProps) {
  const [chosen, setStyle] = useState<string>()
  const style = (chosen ?? paper.style ?? paper.styles[0]!) as Paper['styles'][number]
  const params = { year, meeting }
  const of = useAnswer('GET /api/years/:year/meetings/:meeting/paper/print', {
    params,
    query: { voterClass, style },
  })
  const found = paper.classes.find(({ id }) => id === voterClass)
  const act = useAct('POST /api/years/:year/meetings/:meeting/paper/printed', { done: '已登记印制张数' })
  const form = useForm(printFields, {
    start: { sheets: found?.present ?? found?.printed ?? 1 },
    acts: [act],
    send: sent => act.run({ params, body: { voterClass, style, ...sent } }),
    after: () => print(),
  })
  return (
    <>
      {/* While this page is open only: other pages print with margins. */}
      <style>{'@page { size: A4; margin: 0 }'}</style>
      <div className="no-print">
        <PageHead
          title={`打印${found?.name ?? ''}纸质票`}
          state={`已登记印制${found?.printed ?? 0}张。每张${paper.pages}页${paper.pages > 1 ? '，请双面打印' : ''}；纸张 A4，缩放选“100%”或“实际大小”，页边距选“无”，份数填印制张数。`}
          actions={<LinkButton to={`${addressOfMeeting(year, meeting)}/paper`}>回到纸质票</LinkButton>}
        />
        {paper.style === undefined && paper.styles.length > 1 && (
          <label className="switch-line">
            分数怎样填
            <Choice
              label="分数怎样填"
              value={style}
              onChange={setStyle}
              options={paper.styles.map(value => ({ value, text: paperStyleNames[value] }))}
            />
          </label>
        )}
        {style === 'figures' && <p>手写分数的票不能从图片读取，都由两人录入。</p>}
        <InlineForm
          form={form}
          className="paper-print"
          label="印制"
          confirm="登记并打印"
          foot="buttons"
          aside={
            found !== undefined &&
            found.printed > 0 && <Button onClick={() => print()}>只打印，不再登记</Button>
          }
        />
      </div>
      <Answered of={of}>
        {({ pages }) => (
          <div className="paper-pages">
            {pages.map((svg, at) => (
              <img
                key={at}
                src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
                alt={`票面第${at + 1}页`}
              />
            ))}
          </div>
        )}
      </Answered>
    </>
  )
}
