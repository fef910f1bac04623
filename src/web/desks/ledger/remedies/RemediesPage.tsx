import { useSearch } from '@tanstack/react-router'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { NewRemedy } from './NewRemedy.tsx'
import { RemedyImport } from './RemedyImport.tsx'
import { RemedyList } from './RemedyList.tsx'
import { RemedyView } from './RemedyView.tsx'
import '../ledger.css'

/** Shows self-checks and rectification: the unit's own checks and last year's problems, with measures and evidence. `?of=` shows one, `?new` adds one, `?import` imports a list. */
export function RemediesPage() {
  const { year } = useYear()
  const search = useSearch({ strict: false }) as {
    readonly of?: string
    readonly new?: unknown
    readonly import?: unknown
  }
  if (year === undefined) return <PageHead title="自查与整改" />
  if (search.new !== undefined) return <NewRemedy year={year} />
  if (search.import !== undefined) return <RemedyImport year={year} />
  return search.of === undefined ? <RemedyList year={year} /> : <One year={year} id={search.of} />
}

function One({ year, id }: { readonly year: number; readonly id: string }) {
  const answer = useAnswer('GET /api/years/:year/remedies', { params: { year }, query: { of: id } })
  return (
    <AnsweredPage title="自查与整改" of={answer}>
      {({ items: [one] }) =>
        one === undefined ? <RemedyList year={year} isGone /> : <RemedyView key={id} year={year} of={one} />
      }
    </AnsweredPage>
  )
}
