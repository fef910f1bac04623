import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { addressOfMeeting } from '../meetingTypes.ts'
import { EntryForm } from './EntryForm.tsx'
import { PaperClassPage, type PaperClassProps } from './PaperClassPage.tsx'
import { NumberInput } from '../../../kit/form/NumberInput.tsx'

/** Enters the sheets of one class by keyboard, one after another: first those that another person entered once, then new ones. */
export function EnterPage() {
  return <PaperClassPage title="录入纸质票" show={Entering} />
}

function Entering({ year, meeting, voterClass, paper }: PaperClassProps) {
  const [chosen, setChosen] = useState<number>()
  const [last, setLast] = useState<string>()
  const act = useAct('POST /api/years/:year/meetings/:meeting/paper/sheets', {
    refresh: ['GET /api/years/:year/meetings/:meeting/paper'],
  })
  const own = paper.sheets.filter(one => one.voterClass === voterClass)
  const waiting = own.find(({ state, isOwn, way }) => state === 'once' && !isOwn && way === 'keyed')
  const number = chosen ?? waiting?.number ?? Math.max(0, ...own.map(one => one.number)) + 1
  const before = own.find(one => one.number === number)
  const name = paper.classes.find(({ id }) => id === voterClass)?.name ?? ''
  const address = `${addressOfMeeting(year, meeting)}/paper`
  const back = <LinkButton to={address}>回到纸质票</LinkButton>
  if (!paper.isOpen || !paper.convenes)
    return <PageHead title={`录入${name}`} state="投票结束以后、计票以前，由召集单位录入。" actions={back} />
  return (
    <>
      <PageHead
        title={`录入${name}`}
        state={
          before === undefined
            ? `第${number}号票，第一遍`
            : `第${number}号票，第二遍；第一遍由${before.by[0] ?? ''}录入`
        }
        actions={back}
      />
      <div className="entry-head buttons-level">
        <label className="switch-line">
          票号
          <NumberInput
            min={1}
            max={2000}
            precision={0}
            controls={false}
            value={number}
            onChange={next => setChosen(next ?? undefined)}
          />
        </label>
        <span role="status" className={last?.includes('不一致') ? 'bad' : 'good'}>
          {last}
        </span>
      </div>
      <EntryForm
        key={voterClass}
        paper={paper}
        lines={paper.lines.map((_, line) => line)}
        busy={act.busy}
        refused={act.refused}
        onSave={async (marks, faulty) => {
          const body = { voterClass, number, marks: marks.map(({ mark }) => mark), faulty }
          const saved = await act.run({ params: { year, meeting }, body })
          if (saved === undefined) return false
          setChosen(undefined)
          setLast(
            saved.state === 'differs'
              ? `第${number}号票两人不一致：第${saved.differs.join('、')}行；请核对票面，各自更正`
              : saved.state === 'settled'
                ? `第${number}号票两人一致，已确定`
                : `第${number}号票已保存，待另一人录入`,
          )
          return true
        }}
      />
    </>
  )
}
