import { type Picture, PICTURE_WIDTHS, type Shape, type Tone } from '../../contract/pictures/picture.ts'
import { useNarrow } from './useNarrow.ts'
import './pictureView.css'

/** Returns how wide a picture is drawn here, so that its words can be read on a phone, too. */
export function usePictureWidth(): number {
  return PICTURE_WIDTHS[useNarrow() ? 'phone' : 'wide']
}

/** Shows a picture; screen readers get its description. Draw it as wide as `usePictureWidth` says. */
export function PictureView({ of }: { readonly of: Picture }) {
  return (
    <div className="picture" role="group" aria-label={of.description} tabIndex={0}>
      <svg viewBox={`0 0 ${of.width} ${of.height}`} width={of.width} aria-hidden>
        {of.shapes.map((shape, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- told apart by place alone
          <ShapeView key={at} of={shape} />
        ))}
      </svg>
    </div>
  )
}

function ShapeView({ of }: { readonly of: Shape }) {
  switch (of.kind) {
    case 'line':
      return <line x1={of.from[0]} y1={of.from[1]} x2={of.to[0]} y2={of.to[1]} className={lineClass(of)} />
    case 'curve':
      return <polyline points={of.through.join(' ')} className={`${lineClass(of)} picture-curve`} />
    case 'dot':
      return (
        <circle cx={of.at[0]} cy={of.at[1]} r={of.radius} className={`picture-${of.tone}`}>
          {of.says !== undefined && <title>{of.says}</title>}
        </circle>
      )
    case 'bar':
      return (
        <rect x={of.at[0]} y={of.at[1]} width={of.width} height={of.height} className={`picture-${of.tone}`}>
          {of.says !== undefined && <title>{of.says}</title>}
        </rect>
      )
    case 'text':
      return (
        <text x={of.at[0]} y={of.at[1]} textAnchor={of.anchor}>
          {of.text}
        </text>
      )
  }
}

function lineClass({ tone, dashed }: { readonly tone: Tone; readonly dashed?: boolean }): string {
  return `picture-${tone}${dashed ? ' picture-dashed' : ''}`
}
