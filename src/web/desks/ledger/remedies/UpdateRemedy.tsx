import { Button, Form, Radio, Select } from 'antd'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { type ChosenFile, FileBox } from '../../../kit/files/FileBox.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { LongText } from '../../../kit/LongText.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { useDraft } from '../../../kit/useDraft.ts'
import { DayField } from '../../../kit/DayField.tsx'
import type { Remedy } from '../ledgerTypes.ts'

interface Typed {
  readonly measure: string
  readonly deadline: string
  readonly state: Remedy['state']
  readonly result: string
  readonly entries: readonly string[]
  readonly files: readonly ChosenFile[]
}

/** 更新措施、期限、进展和佐证; the proof is entries of the ledger, so that nothing is sent twice. */
export function UpdateRemedy({ year, of }: { readonly year: number; readonly of: Remedy }) {
  const terms = useAnswer('GET /api/years/:year/ledger/terms', { params: { year } })
  const ledger = useAnswer('GET /api/years/:year/units/:unit/entries', { params: { year, unit: of.unit } })
  const act = useAct('POST /api/years/:year/units/:unit/remedies/:remedy', { done: '已保存' })
  const draft = useDraft<Typed>(`remedy.${of.id}.${of.revision}`, {
    measure: of.measure,
    deadline: of.deadline ?? '',
    state: of.state,
    result: of.result,
    entries: of.entries.map(entry => entry.id),
    files: of.files.map(({ file, name, size, type, takenOn }) => ({
      file,
      name,
      size,
      type,
      ...(takenOn !== undefined && { takenOn }),
    })),
  })
  const { value, change } = draft

  async function save() {
    const { deadline, entries, files, ...rest } = value
    const sent = files.map(({ file, name }) => ({ file, name }))
    const body = {
      ...rest,
      entries: [...entries],
      files: sent,
      ...(deadline !== '' && { deadline }),
      revision: of.revision,
    }
    if ((await act.run({ params: { year, unit: of.unit, remedy: of.id }, body })) !== undefined) draft.drop()
  }

  return (
    <Form layout="vertical" className="entry-form" onFinish={() => void save()}>
      <Form.Item label="措施" htmlFor="remedy-measure">
        <LongText id="remedy-measure" value={value.measure} onChange={measure => change({ measure })} />
      </Form.Item>
      <Form.Item label="期限" htmlFor="remedy-deadline">
        <DayField id="remedy-deadline" value={value.deadline} onChange={deadline => change({ deadline })} />
      </Form.Item>
      <Form.Item label="进展">
        <Radio.Group
          aria-label="进展"
          value={value.state}
          onChange={event => change({ state: event.target.value })}
          options={(terms.data?.states ?? []).map(({ state, name }) => ({ value: state, label: name }))}
        />
      </Form.Item>
      <Form.Item label="结果" htmlFor="remedy-result">
        <LongText id="remedy-result" value={value.result} onChange={result => change({ result })} />
      </Form.Item>
      <Form.Item label="佐证：已登记的台账（可不选）" htmlFor="remedy-entries">
        <Select
          id="remedy-entries"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={[...value.entries]}
          onChange={entries => change({ entries })}
          options={(ledger.data?.entries ?? [])
            .filter(entry => entry.state === 'inForce' || value.entries.includes(entry.id))
            .map(entry => ({ value: entry.id, label: `${entry.title}（${printDay(entry.happenedOn)}）` }))}
        />
      </Form.Item>
      <Form.Item label="佐证：附件（可不附，照片不是必需的）">
        <FileBox
          label="附件"
          value={value.files}
          onChange={files => change({ files })}
          at={{ year, unit: of.unit }}
        />
      </Form.Item>
      <RefusedNotice error={act.refused} />
      <div className="entry-send">
        <Button type="primary" htmlType="submit" loading={act.busy}>
          保存
        </Button>
      </div>
    </Form>
  )
}
