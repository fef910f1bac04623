import { isSameClause } from '../../../domain/kernel/citation.ts'
import { ClauseChip as Chip, NOT_RESTATED } from '../../kit/ClauseChip.tsx'
import { printDay } from '../../kit/printDay.ts'
import { useScheme } from './SchemeContext.ts'

/** Shows a citation (条款) that opens to what the clause defines, in the words of the current scheme. */
export function ClauseChip({ of = '' }: { readonly of: string | undefined }) {
  return (
    <Chip citation={of}>
      <ClauseWords citation={of} />
    </Chip>
  )
}

function ClauseWords({ citation }: { readonly citation: string }) {
  const { document } = useScheme()
  const { notice, clauses } = document
  const clause = clauses.find(one => isSameClause(one.citation, citation))
  return (
    <>
      <span>{clause?.restated ?? NOT_RESTATED}</span>
      <span className="soft">
        《{notice.title}》{notice.number}，{printDay(notice.issuedOn)}印发
      </span>
    </>
  )
}
