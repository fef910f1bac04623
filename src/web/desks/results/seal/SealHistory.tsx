import { EmptyState } from '../../../kit/EmptyState.tsx'
import { SealCard } from './SealCard.tsx'
import type { Seals } from './sealTypes.ts'

/** 历次封存, the newest first. */
export function SealHistory({ seals: { seals, year } }: { readonly seals: Seals }) {
  const newest = seals.toSorted((one, other) => other.number - one.number)
  return (
    <>
      <h2>历次封存</h2>
      {newest.length === 0 ? (
        <EmptyState title="还没有封存过" what="各分项都有得分、口径都有答案之后，由组织考核者封存。" />
      ) : (
        <ol className="seals">
          {newest.map(seal => (
            <SealCard
              key={seal.number}
              seal={seal}
              year={year}
              previous={seals.some(one => one.number === seal.number - 1) ? seal.number - 1 : undefined}
            />
          ))}
        </ol>
      )}
    </>
  )
}
