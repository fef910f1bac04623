import { Button } from 'antd'
import { useSaveFile } from '../../client/useSaveFile.ts'

/** Hands over the minutes of a meeting as a Word file, to be signed by teller and scrutineer. */
export function MinutesFile({ year, meeting }: { readonly year: number; readonly meeting: string }) {
  const { busy, save } = useSaveFile('GET /api/years/:year/meetings/:meeting/minutes.docx')
  return (
    <Button loading={busy} onClick={() => save({ params: { year, meeting } })}>
      会议纪要
    </Button>
  )
}
