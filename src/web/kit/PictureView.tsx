import { useEffect, useRef, useState } from 'react'
import type { Picture, Shape, Tone } from '../../contract/pictures/picture.ts'
import './pictureView.css'

/** The narrowest picture whose words have room, and the widest that one looks over. */
const [LEAST, MOST] = [280, 1600]

/** Shows a picture as wide as its place, so that its words can be read on a phone, too; screen readers get its description. */
export function PictureView({ draw }: { readonly draw: (width: number) => Picture }) {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number>()
  useEffect(() => {
    const sizes = new ResizeObserver(([seen]) =>
      setWidth(Math.min(MOST, Math.max(LEAST, Math.floor(seen!.contentRect.width)))),
    )
    sizes.observe(place.current!)
    return () => sizes.disconnect()
  }, [])
  const of = draw(width ?? LEAST)
  return (
    <div ref={place} className="picture" role="group" aria-label={of.description} tabIndex={0}>
      {width !== undefined && (
        <svg viewBox={`0 0 ${of.width} ${of.height}`} width={of.width} height={of.height} aria-hidden>
          {of.shapes.map((shape, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- told apart by place alone
            <ShapeView key={at} of={shape} />
          ))}
        </svg>
      )}
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
        <circle cx={of.at[0]} cy={of.at[1]} r={of.radius} className={toneClass(of.tone)}>
          {of.says !== undefined && <title>{of.says}</title>}
        </circle>
      )
    case 'bar':
      return (
        <rect x={of.at[0]} y={of.at[1]} width={of.width} height={of.height} className={toneClass(of.tone)}>
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
  return `${toneClass(tone)}${dashed ? ' picture-dashed' : ''}`
}

function toneClass(tone: Tone): string {
  return tone
    .split(' ')
    .map(word => `picture-${word}`)
    .join(' ')
}
