import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { type DrawPurpose, drawPurposes, purposeNames } from '../../../domain/campaign/draw/drawPurpose.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { ListPart } from './ListPart.tsx'
import './draw.css'

/** Shows the draw lists of one unit: branches and members, typed, pasted or imported, and earlier versions with their fingerprints. */
export function UnitListsPage() {
  const { year } = useYear()
  const { unit } = useParams({ strict: false }) as { readonly unit: string }
  const may = useMay()
  const [purpose, setPurpose] = useState<DrawPurpose>('branch')
  const answer = useAnswer('GET /api/years/:year/units/:unit/draw-lists', { params: { year, unit } })
  return (
    <AnsweredPage title="抽签名单" of={answer}>
      {({ unitName, lists }) => (
        <>
          <PageHead
            title={`${unitName}：抽签名单`}
            state="名单只要姓名和党支部；冻结以后再改，就是另一份名单"
            actions={
              <>
                <BackLink to={`/${year}/drawLists`}>返回一览</BackLink>
                <LinkButton to={`/${year}/drawSheets/${encodeURIComponent(unit)}`}>抽签记录</LinkButton>
              </>
            }
          />
          <div className="draw-tabs" role="group" aria-label="哪一份名单">
            {drawPurposes.map(one => (
              <button key={one} type="button" aria-pressed={purpose === one} onClick={() => setPurpose(one)}>
                {purposeNames[one]}名单
                <span>{lists.find(list => list.purpose === one)!.lines.length}</span>
              </button>
            ))}
          </div>
          <ListPart
            key={purpose}
            year={year!}
            unit={unit}
            list={lists.find(list => list.purpose === purpose)!}
            mayKeep={may('keepDrawLists')}
          />
        </>
      )}
    </AnsweredPage>
  )
}
