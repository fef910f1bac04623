import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { FileBox } from '../../../kit/files/FileBox.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { useDraft } from '../../../kit/useDraft.ts'
import type { EntryDraft } from './entryDraft.ts'

interface Props {
  readonly year: number
  readonly unit: string
  readonly entry: string
}

/** Adds files to an existing entry without changing the entry. */
export function AddFiles({ year, unit, entry }: Props) {
  const draft = useDraft<Pick<EntryDraft, 'files'>>(`ledger.${year}.${unit}.${entry}.files`, { files: [] })
  const [open, setOpen] = useState(draft.wasKept)
  const [sending, setSending] = useState(false)
  const act = useAct('POST /api/years/:year/units/:unit/entries/:entry/files', { done: '附件已补上' })
  const { files } = draft.value

  async function add() {
    const sent = files.map(({ file, name }) => ({ file, name }))
    if ((await act.run({ params: { year, unit, entry }, body: { files: sent } })) === undefined) return
    draft.drop()
    setOpen(false)
  }

  if (!open)
    return (
      <Button size="small" className="add-files" onClick={() => setOpen(true)}>
        补附件
      </Button>
    )
  return (
    <div className="add-files">
      <FileBox
        label="附件"
        value={files}
        onChange={chosen => draft.change({ files: chosen })}
        at={{ year, unit }}
        onBusy={setSending}
      />
      <RefusedNotice error={act.refused} />
      <div className="entry-send buttons-level">
        <Button
          type="primary"
          loading={act.busy}
          disabled={files.length === 0 || sending}
          onClick={() => void add()}
        >
          保存附件
        </Button>
        <Button
          disabled={act.busy}
          onClick={() => {
            draft.drop()
            setOpen(false)
          }}
        >
          取消
        </Button>
      </div>
    </div>
  )
}
