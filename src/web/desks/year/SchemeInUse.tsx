import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { useDesk } from '../../client/useDesk.ts'
import { useMay } from '../../client/useMay.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import type { Version, Year } from './year.ts'

/** Shows the scheme version in use; another promulgated version can be adopted by decision. */
export function SchemeInUse({ of: { year, revision, scheme, adoptable } }: { readonly of: Year }) {
  const may = useMay()
  const reading = useDesk()('$year/scheme')
  const [chosen, setChosen] = useState<Version>()
  const act = useAct('POST /api/years/:year/scheme', { done: '已改用所选版本' })

  return (
    <>
      <p>
        {scheme === undefined ? '本年度还没有采用方案，不能计分。' : '现在采用'}
        {scheme !== undefined && <VersionWords of={scheme} />}
      </p>
      {adoptable.length > 0 ? (
        <ul className="versions act-list">
          {adoptable.map(version => (
            <li key={version.version}>
              <VersionWords of={version} />
              {may('openYear') && (
                <Button size="small" onClick={() => setChosen(version)}>
                  改用第{version.number}版
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">没有可以改用的其他版本。方案印发新版本后列在这里；已封存的年度不再改用。</p>
      )}
      {reading !== undefined && <LinkButton to={reading}>查看方案</LinkButton>}
      <ReasonModal
        open={chosen !== undefined}
        title={`改用方案第${chosen?.number ?? ''}版`}
        what="本年度从此按所选版本计分，全部得分随即重算；改用前的版本仍然保留。改用后可以在试算中对比两版的差别。"
        confirm="改用"
        act={act}
        run={reason => {
          if (chosen === undefined) return undefined
          return act.run({ params: { year }, body: { version: chosen.version, revision, reason } })
        }}
        onClose={() => setChosen(undefined)}
      />
    </>
  )
}

function VersionWords({ of: { title, number, hash } }: { readonly of: Version }) {
  return (
    <span>
      《{title}》第{number}版，内容指纹 <span translate="no">{hash.slice(0, 12)}</span>
    </span>
  )
}
