import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../client/useAnswer.ts'
import type { CallAnswer } from '../../client/call.ts'
import { Answered } from '../../kit/Answered.tsx'

interface Props {
  readonly at: { readonly year: number; readonly unit: string }
  /** Read anew when the text is another. */
  readonly revision: number
}

type Copy = CallAnswer<'GET /api/years/:year/units/:unit/report/copies'>['copies'][number]

/** Finds paragraphs that other reports, or the own last one, have nearly the same; shows them side by side and never refuses. */
export function CopiesPart({ at, revision }: Props) {
  const [asked, setAsked] = useState(false)
  return (
    <section aria-label="相同段落">
      <h2>与其他报告相同的段落</h2>
      {asked ? (
        <Found key={revision} at={at} />
      ) : (
        <>
          <p className="small-soft-line">与本年度和往年各单位的报告比较，只作提示，不影响上报。</p>
          <Button onClick={() => setAsked(true)}>查找相同段落</Button>
        </>
      )}
    </section>
  )
}

function Found({ at }: Pick<Props, 'at'>) {
  const answer = useAnswer('GET /api/years/:year/units/:unit/report/copies', { params: at })
  const [shown, setShown] = useState(false)
  return (
    <Answered of={answer}>
      {({ compared, copies }) => (
        <>
          <p>
            比较了{compared}份报告，
            {copies.length === 0 ? '没有大段相同的。' : `有${copies.length}处大段相同。`}
          </p>
          <div className="buttons">
            {copies.length > 0 && <Button onClick={() => setShown(true)}>逐处对照</Button>}
            <Button loading={answer.isFetching} onClick={() => void answer.refetch()}>
              重新查找
            </Button>
          </div>
          <Modal
            open={shown}
            title={`相同段落对照（${copies.length}处）`}
            footer={null}
            width={960}
            onCancel={() => setShown(false)}
            destroyOnHidden
          >
            <ul className="report-copies bare">
              {copies.map(copy => (
                <CopyPair key={`${copy.paragraph} ${copy.other.unit} ${copy.other.year}`} of={copy} />
              ))}
            </ul>
          </Modal>
        </>
      )}
    </Answered>
  )
}

function CopyPair({ of: { text, percent, other } }: { readonly of: Copy }) {
  return (
    <li>
      <p className="soft">
        相同约{percent}%；
        {other.own ? `本单位${other.year}年度的报告` : `${other.unitName}${other.year}年度的报告`}
      </p>
      <div className="report-copy">
        <div>
          <strong>这一份</strong>
          <p>{text}</p>
        </div>
        <div>
          <strong>{other.own ? `本单位${other.year}年度` : other.unitName}</strong>
          <p>{other.text}</p>
        </div>
      </div>
    </li>
  )
}
