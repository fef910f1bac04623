import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useMemo, useState } from 'react'
import type { RulingPart } from '../../../../contract/scheme/schemeDocument.ts'
import { describeAnswer } from '../../../../contract/scheme/topics.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useSession } from '../../../client/SessionContext.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { ChooseDay } from '../fields/ChooseDay.tsx'
import { FormContext } from '../fields/FormContext.ts'
import { keepTyped, readTyped } from '../keptTyping.ts'
import { useScheme } from '../SchemeContext.ts'
import type { SchemeVersion, VersionHead } from '../schemeTypes.ts'
import { useRereadWhenStale } from '../useRereadWhenStale.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { TryAnswer } from './TryAnswer.tsx'
import { textLimit } from '../../../kit/form/textLimit.tsx'

interface Typed {
  readonly answer: unknown
  readonly text?: string
  readonly settledBy?: string
  readonly settledOn?: string
}

/** Settles a ruling (口径): the answer, its wording, who gave it and when. Input survives a stale revision, an ended session and a reload. */
export function SettleForm({
  of: { head },
  ruling,
}: {
  readonly of: SchemeVersion
  readonly ruling: RulingPart
}) {
  const key = `ruling.${head.version}.${ruling.id}`
  const { names, document } = useScheme()
  const { institution } = useSession()
  const navigate = useNavigate()
  const today = useAnswer('GET /api/installation', {}).data?.today
  const draft = useDraftOf(head)
  const act = useAct('PUT /api/schemes/:version/rulings/:ruling', { done: `口径${ruling.id}已确认` })
  useRereadWhenStale(act.refused)
  const [typed, setTyped] = useState<Typed>(
    () => readTyped<Typed>(key) ?? { answer: ruling.answer, ...settledBefore(ruling) },
  )
  const [asked, setAsked] = useState(false)
  const told = useMemo(() => describe(ruling, typed.answer, names), [ruling, typed.answer, names])
  const text = typed.text ?? (typed.answer === ruling.answer && ruling.text !== '' ? ruling.text : told)
  const settledBy = typed.settledBy ?? institution
  const settledOn = typed.settledOn ?? today ?? ''
  const lacks = [
    ...(typed.answer === undefined ? ['答案'] : []),
    ...(text.trim() === '' ? ['答复的文字'] : []),
    ...(settledBy.trim() === '' ? ['答复者'] : []),
    ...(settledOn === '' ? ['答复日期'] : []),
  ]

  function change(next: Partial<Typed>) {
    const whole = { ...typed, ...next }
    setTyped(whole)
    keepTyped(key, whole)
  }

  async function settle() {
    setAsked(true)
    if (lacks.length > 0) return
    const body = {
      revision: head.revision,
      answer: typed.answer as never,
      text: text.trim(),
      settledBy: settledBy.trim(),
      settledOn,
    }
    const done = await act.run({ params: { version: head.version, ruling: ruling.id }, body })
    if (done === undefined) return
    keepTyped(key, undefined)
    await navigate({ to: `/schemes/${done.head.version}`, search: { part: 'rulings' } as never })
  }

  if (draft !== undefined) {
    return (
      <Alert
        type="info"
        showIcon
        title={`这一版已有草案（第${draft.number}版），请在草案中确认，免得两边各改各的。`}
        action={
          <LinkButton to={`/schemes/${draft.version}/rulings/${encodeURIComponent(ruling.id)}`}>
            到第{draft.number}版草案
          </LinkButton>
        }
      />
    )
  }
  return (
    <section className="scheme-part">
      <h2>{ruling.state === 'settled' ? '改答复' : '确认这条口径'}</h2>
      {head.state === 'promulgated' && (
        <Alert
          className="scheme-alert"
          type="info"
          showIcon
          title={`第${head.number}版已印发，保持不变：确认后另成一份草案，印发后再由年度决定改用。`}
        />
      )}
      <FormContext value={{ document, faults: [], component: ruling.component }}>
        <AnswerForm
          topic={ruling.topic}
          value={typed.answer}
          path={['rulings', ruling.id, 'answer']}
          onChange={answer => change({ answer })}
        />
      </FormContext>
      <TrySlot head={head} ruling={ruling.id} answer={typed.answer} />
      <Form layout="vertical" component="div">
        <Form.Item label="答复的文字（随得分说明显示）" htmlFor="ruling-text" required>
          <Input.TextArea
            id="ruling-text"
            value={text}
            {...textLimit(500)}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={event => change({ text: event.target.value })}
          />
        </Form.Item>
        <div className="field-row side-by-side">
          <Form.Item label="答复者" htmlFor="ruling-by" required>
            <Input
              id="ruling-by"
              value={settledBy}
              maxLength={200}
              onChange={event => change({ settledBy: event.target.value })}
            />
          </Form.Item>
          <Form.Item label="答复日期" htmlFor="ruling-on" required>
            <ChooseDay id="ruling-on" value={settledOn} onChange={next => change({ settledOn: next })} />
          </Form.Item>
        </div>
      </Form>
      {asked && lacks.length > 0 && <p className="late" role="alert">{`请填写${lacks.join('、')}。`}</p>}
      <RefusedNotice error={act.refused} />
      <Button type="primary" loading={act.busy} onClick={() => void settle()}>
        {act.refused?.code === 'staleRevision' ? '核对后再次确认' : '确认'}
      </Button>
    </section>
  )
}

function settledBefore({ settledBy, settledOn }: RulingPart): Partial<Typed> {
  return { settledBy, settledOn }
}

/** Describes an answer; one that is still being filled in may have no description yet. */
function describe(
  { topic }: RulingPart,
  answer: unknown,
  names: ReturnType<typeof useScheme>['names'],
): string {
  try {
    return answer === undefined ? '' : describeAnswer(topic, answer, names)
  } catch {
    return ''
  }
}

/** Finds a draft based on this promulgated version. */
function useDraftOf({ version, scheme, state }: VersionHead): VersionHead | undefined {
  const { data } = useAnswer('GET /api/schemes', {}, { when: state === 'promulgated' })
  return state === 'promulgated'
    ? data?.versions.find(one => one.state === 'draft' && one.scheme === scheme && one.basedOn === version)
    : undefined
}

/** Shows the trial on a year that uses this version, else on one of the same cycle. */
function TrySlot({
  head,
  ruling,
  answer,
}: {
  readonly head: VersionHead
  readonly ruling: string
  readonly answer: unknown
}) {
  const { data } = useAnswer('GET /api/schemes', {})
  const own = head.years[0]
  const year = own ?? data?.versions.find(one => one.cycle === head.cycle && one.years.length > 0)?.years[0]
  if (year === undefined) return null
  return (
    <TryAnswer
      year={year}
      version={own === undefined ? head.version : undefined}
      ruling={ruling}
      answer={answer}
    />
  )
}
