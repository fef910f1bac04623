import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef } from 'react'
import { useAct } from '../../client/useAct.ts'
import { ChooseHeadings, type ChosenHeadings } from '../../kit/lists/ChooseHeadings.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { ImportDetail } from './intakeTypes.ts'
import { matchedOf, matchSheet, sentFile } from './matchSheets.ts'
import { useSendFile } from './useSendFile.ts'

/** Matches the columns of sheets from one's own workbook, all sheets at once; the file is read again, and the first reading given up. */
export function MatchSheets({ of }: { readonly of: ImportDetail }) {
  const { send, refused } = useSendFile(of.year)
  const discard = useAct('POST /api/years/:year/intakes/:intake/discard')
  const navigate = useNavigate()
  const chosen = useRef(new Map<string, ChosenHeadings>())

  async function again(): Promise<void> {
    for (const [sheet, headings] of chosen.current) matchSheet(sheet, headings)
    const file = sentFile(of.id)
    if (of.settledAt === undefined) await discard.run({ params: { year: of.year, intake: of.id }, body: {} })
    if (file === undefined) await navigate({ to: '.', search: {} as never })
    else await send(file)
  }

  return (
    <>
      <RefusedNotice error={refused ?? discard.refused} />
      {of.unfit.map(({ sheet, columns, found }) => (
        <ChooseHeadings
          key={sheet}
          title={`工作表“${sheet}”`}
          refused={{ values: { columns: columns.join('\t'), found: found.join('\t') } }}
          start={matchedOf(sheet)}
          onChange={headings => chosen.current.set(sheet, headings)}
        />
      ))}
      {of.unfit.length > 0 && (
        <Button type="primary" loading={discard.busy} onClick={() => void again()}>
          按此读入
        </Button>
      )}
    </>
  )
}
