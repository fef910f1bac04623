import { useNavigate } from '@tanstack/react-router'
import { useAct } from '../../client/useAct.ts'
import { headingsText } from '../../kit/lists/ChooseHeadings.tsx'
import { keepSent, matchedColumns } from './matchSheets.ts'

/** Sends a file to be read, with the headings chosen for its columns so far, and opens its import. */
export function useSendFile(year: number) {
  const navigate = useNavigate()
  const act = useAct('POST /api/years/:year/intakes', { refresh: ['GET /api/years/:year/intakes'] })
  async function send(file: File): Promise<void> {
    const query = { name: file.name.slice(0, 255), as: headingsText(matchedColumns()) }
    const sent = await act.run({ params: { year }, query, body: file })
    if (sent === undefined) return
    keepSent(sent.id, file)
    await navigate({ to: '.', search: { of: sent.id } as never })
  }
  return { ...act, send }
}
