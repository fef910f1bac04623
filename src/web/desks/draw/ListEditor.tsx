import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import { useAct } from '../../client/useAct.ts'
import { drawSentences } from '../../../contract/draw/drawSentences.ts'
import type { NewLine } from '../../../domain/campaign/draw/checkListLine.ts'
import { purposeNames } from '../../../domain/campaign/draw/drawPurpose.ts'
import { readListText } from '../../../domain/campaign/draw/readListRows.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { ImportNotice, RefusedRow } from '../../../contract/shape/listImport.ts'
import {
  ChooseHeadings,
  headingsText,
  rememberedHeadings,
  rememberHeadings,
} from '../../kit/lists/ChooseHeadings.tsx'
import { NoticeList } from '../../kit/lists/NoticeList.tsx'
import { RefusedList } from '../../kit/lists/RefusedRows.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { UploadBox } from '../../kit/UploadBox.tsx'
import type { UnitList } from './drawTypes.ts'

interface Props {
  readonly year: number
  readonly unit: string
  readonly list: UnitList
  readonly onDone: () => void
}

/** Edits a draw list, one member or branch per line, typed or pasted. Rows of a workbook fill the same box; nothing is saved before 保存. */
export function ListEditor({ year, unit, list, onDone }: Props) {
  const { purpose } = list
  const [text, setText] = useState(() => textOf(list.lines))
  const [fromFile, setFromFile] = useState<readonly RefusedRow[]>([])
  const [notices, setNotices] = useState<readonly ImportNotice[]>([])
  const [fileFault, setFileFault] = useState<Refused>()
  const [asked, setAsked] = useState<File>()
  const headingsId = `drawList ${purpose}`
  const [reading, setReading] = useState(false)
  const [version] = useState(list.versions[0]?.version ?? 0)
  const act = useAct('PUT /api/years/:year/units/:unit/draw-lists/:purpose', { done: '名单已保存' })
  const read = readListText(purpose, text)
  const refused = isRefusal(read)
    ? []
    : read.refused.map(({ row, text: line, why }) => ({ row, reason: `“${line}”，${sentenceOf(why)}` }))
  const whole = isRefusal(read) && text.trim() !== '' ? sentenceOf(read) : undefined

  async function take(file: File, chosen = rememberedHeadings(headingsId)) {
    setReading(true)
    setAsked(file)
    setFileFault(undefined)
    try {
      const answer = await call('POST /api/years/:year/units/:unit/draw-lists/:purpose/reading', {
        params: { year, unit, purpose },
        query: { name: file.name, as: headingsText(chosen) },
        body: file,
      })
      setText(textOf(answer.lines))
      setFromFile(answer.refused)
      setNotices(answer.notices)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setFileFault(error)
    } finally {
      setReading(false)
    }
  }

  async function save() {
    if (isRefusal(read)) return
    const lines = read.lines.map(line => ({ ...line }))
    const saved = await act.run({ params: { year, unit, purpose }, body: { version, lines } })
    if (saved !== undefined) onDone()
  }

  return (
    <Form layout="vertical" className="draw-editor" onFinish={() => void save()}>
      <RefusedNotice error={act.refused ?? fileFault} />
      <Form.Item
        label={purpose === 'branch' ? '党支部，每行一个' : '党员，每行一人：姓名，党支部'}
        htmlFor="draw-lines"
        extra={
          purpose === 'branch'
            ? '可从表格中复制一列粘贴。不要填写电话、证件号。'
            : '可从表格中复制“姓名、党支部”两列粘贴。不要填写电话、证件号；同名的人请在姓名后注明区别。'
        }
      >
        <Input.TextArea
          id="draw-lines"
          value={text}
          rows={14}
          onChange={event => setText(event.target.value)}
        />
      </Form.Item>
      <UploadBox
        accept={['.xlsx']}
        megabytes={4}
        what={`${purposeNames[purpose]}名单工作簿`}
        busy={reading}
        onFile={file => void take(file)}
      />
      {fileFault !== undefined && asked !== undefined && (
        <ChooseHeadings
          key={asked.name + asked.lastModified}
          refused={fileFault}
          start={rememberedHeadings(headingsId)}
          onChoose={chosen => {
            rememberHeadings(headingsId, chosen)
            void take(asked, chosen)
          }}
        />
      )}
      <NoticeList of={notices} open />
      <RefusedList title="工作簿中没有读入的行" of={fromFile} />
      <RefusedList title="这些行不能保存，请改正或删去" of={refused} />
      {whole !== undefined && <p role="alert">{whole}</p>}
      <p className="draw-tools">
        <Button
          type="primary"
          htmlType="submit"
          loading={act.busy}
          disabled={isRefusal(read) || refused.length > 0}
        >
          {isRefusal(read) ? '保存名单' : `保存${read.lines.length}行`}
        </Button>
        <Button onClick={onDone}>取消</Button>
      </p>
    </Form>
  )
}

function textOf(lines: readonly NewLine[]): string {
  return lines.map(({ name, branch }) => (branch === undefined ? name : `${name}\t${branch}`)).join('\n')
}

/** Words a refused line; these codes occur on this desk only. */
function sentenceOf({ code, values }: Refusal): string {
  const say = (drawSentences as Readonly<Record<string, ((values: never) => string) | undefined>>)[code]
  return say === undefined ? code : say(values as never)
}
