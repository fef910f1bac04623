import { useState } from 'react'
import { MOST_IN_NAME } from '../../../../contract/sheets/sheetLimits.ts'
import type { Draft, UnitSignature } from '../draft/Draft.ts'
import type { DraftChange } from '../draft/changeDraft.ts'
import { KeptText } from './KeptText.tsx'
import { SignatureBox } from './SignatureBox.tsx'

const WAYS = [
  { kind: 'signed', name: '在此签字' },
  { kind: 'paper', name: '纸上签字' },
  { kind: 'refused', name: '不签字' },
] as const

/** Shows the unit's signature: on screen, on paper, or refused with the reason. */
export function UnitSignaturePart({
  draft,
  edit,
}: {
  readonly draft: Draft
  readonly edit: (change: DraftChange) => Promise<void>
}) {
  const { unitSignature } = draft
  const [way, setWay] = useState<UnitSignature['kind']>(unitSignature?.kind ?? 'signed')
  const [post, setPost] = useState(
    unitSignature !== undefined && 'post' in unitSignature ? unitSignature.post : '',
  )
  const put = (signature: UnitSignature | undefined) => edit({ do: 'signUnit', signature })
  const signed = unitSignature?.kind === 'signed' ? unitSignature : undefined
  const named = unitSignature?.kind === 'paper' ? unitSignature.name : ''
  return (
    <div>
      <div className="chips" role="group" aria-label="单位签字方式">
        {WAYS.map(({ kind, name }) => (
          <button
            key={kind}
            type="button"
            className="key quiet"
            aria-pressed={way === kind}
            onClick={() => {
              setWay(kind)
              if (kind !== way)
                void put(
                  kind === 'signed'
                    ? undefined
                    : kind === 'paper'
                      ? { kind, name: '', post }
                      : { kind, reason: '' },
                )
            }}
          >
            {name}
          </button>
        ))}
      </div>
      {way !== 'refused' && (
        <div className="plain-field">
          <label htmlFor="unit-post">职务（可不填）</label>
          <input
            id="unit-post"
            value={post}
            maxLength={MOST_IN_NAME}
            autoComplete="off"
            onChange={event => {
              setPost(event.target.value)
              if (unitSignature !== undefined && unitSignature.kind !== 'refused')
                void put({ ...unitSignature, post: event.target.value })
            }}
          />
        </div>
      )}
      {way === 'signed' && (
        <SignatureBox
          label="单位"
          name={signed?.name ?? draft.unsigned?.unit ?? ''}
          picture={signed?.picture}
          onSign={signature => void put(signature && { kind: 'signed', post, ...signature })}
        />
      )}
      {way === 'paper' && (
        <KeptText
          label="签字人姓名"
          isRequired
          most={MOST_IN_NAME}
          value={named}
          onChange={name => put({ kind: 'paper', name, post })}
        />
      )}
      {way === 'refused' && (
        <KeptText
          label="不签字的原因"
          isRequired
          value={unitSignature?.kind === 'refused' ? unitSignature.reason : ''}
          onChange={reason => put({ kind: 'refused', reason })}
        />
      )}
    </div>
  )
}
