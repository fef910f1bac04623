import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import { useAct } from '../../client/useAct.ts'
import { listFields } from '../../../contract/draw/drawFields.ts'
import { describeDrawFault } from '../../../contract/draw/drawSentences.ts'
import type { NewLine } from '../../../domain/campaign/draw/checkListLine.ts'
import { purposeNames } from '../../../domain/campaign/draw/drawPurpose.ts'
import { readListText } from '../../../domain/campaign/draw/readListRows.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import type { ImportNotice, RefusedRow } from '../../../contract/shape/listImport.ts'
import {
  ChooseHeadings,
  headingsText,
  rememberedHeadings,
  rememberHeadings,
} from '../../kit/lists/ChooseHeadings.tsx'
import { NoticeList } from '../../kit/lists/NoticeList.tsx'
import { RefusedList } from '../../kit/lists/RefusedRows.tsx'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
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
  const [fromFile, setFromFile] = useState<readonly RefusedRow[]>([])
  const [notices, setNotices] = useState<readonly ImportNotice[]>([])
  const [fileFault, setFileFault] = useState<Refused>()
  const [asked, setAsked] = useState<File>()
  const headingsId = `drawList ${purpose}`
  const [reading, setReading] = useState(false)
  const [version] = useState(list.versions[0]?.version ?? 0)
  const act = useAct('PUT /api/years/:year/units/:unit/draw-lists/:purpose', { done: '名单已保存' })
  const form = useForm(
    { text: listFields[purpose] },
    {
      start: { text: textOf(list.lines) },
      acts: [act, { busy: false, refused: fileFault, forget: () => setFileFault(undefined) }],
      send: async ({ text }) => {
        const now = readListText(purpose, text)
        if (isRefusal(now)) return undefined
        const lines = now.lines.map(line => ({ ...line }))
        return act.run({ params: { year, unit, purpose }, body: { version, lines } })
      },
      after: onDone,
    },
  )
  const { text } = form.values
  const read = readListText(purpose, text)
  const refused = isRefusal(read)
    ? []
    : read.refused.map(({ row, text: line, why }) => ({
        row,
        reason: `“${line}”，${describeDrawFault(why)}`,
      }))
  const whole = isRefusal(read) && text.trim() !== '' ? describeDrawFault(read) : undefined

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
      form.change({ text: textOf(answer.lines) })
      setFromFile(answer.refused)
      setNotices(answer.notices)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setFileFault(error)
    } finally {
      setReading(false)
    }
  }

  return (
    <InlineForm
      form={form}
      className="draw-editor"
      confirm={isRefusal(read) ? '保存名单' : `保存${read.lines.length}行`}
      disabled={isRefusal(read) || refused.length > 0}
      foot="draw-tools"
      aside={<Button onClick={onDone}>取消</Button>}
    >
      <FormFields of={form} />
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
    </InlineForm>
  )
}

function textOf(lines: readonly NewLine[]): string {
  return lines.map(({ name, branch }) => (branch === undefined ? name : `${name}\t${branch}`)).join('\n')
}
