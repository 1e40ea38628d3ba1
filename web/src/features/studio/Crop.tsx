import { useEffect, useRef, useState } from "preact/hooks"
import { useSay } from "../../app/text"
import { Button } from "../../ui/Button"
import { cut, paint, squareOf } from "./image"

interface CropProps {
  image: HTMLImageElement
  busy: boolean
  use: (picture: Blob) => void
  cancel: () => void
}

const SIZE = 288
const CLOSEST = 4

/** Cuts a square out of a picture: dragged by hand, or moved by what every keyboard moves. */
export function Crop({ image, busy, use, cancel }: CropProps) {
  const say = useSay()
  const [zoom, setZoom] = useState(1)
  const [across, setAcross] = useState(0.5)
  const [down, setDown] = useState(0.5)
  const canvas = useRef<HTMLCanvasElement>(null)
  const { naturalWidth: width, naturalHeight: height } = image
  const square = squareOf(width, height, zoom, across, down)

  useEffect(() => {
    if (canvas.current) paint(canvas.current, image, squareOf(width, height, zoom, across, down))
  }, [image, width, height, zoom, across, down])

  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1 || !canvas.current) return
    const scale = square.side / canvas.current.clientWidth
    const moved = (place: number, by: number, room: number) =>
      room > 0 ? Math.min(1, Math.max(0, place - (by * scale) / room)) : place
    setAcross((place) => moved(place, event.movementX, width - square.side))
    setDown((place) => moved(place, event.movementY, height - square.side))
  }
  return (
    <div class="grid gap-4 sm:grid-cols-[288px_1fr]">
      <canvas
        ref={canvas}
        width={SIZE}
        height={SIZE}
        role="img"
        aria-label={say("studio.preview")}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        class="aspect-square w-full max-w-72 cursor-move touch-none rounded-lg border border-line bg-higher"
      />
      <div class="grid content-start gap-2">
        <p class="text-sm text-soft">{say("studio.cropHint")}</p>
        <Slider label={say("studio.zoom")} value={zoom} min={1} max={CLOSEST} change={setZoom} />
        <Slider label={say("studio.across")} value={across} disabled={width <= square.side} change={setAcross} />
        <Slider label={say("studio.down")} value={down} disabled={height <= square.side} change={setDown} />
        <div class="flex flex-wrap gap-3">
          <Button kind="primary" disabled={busy} onClick={async () => use(await cut(image, square))}>
            {say(busy ? "studio.working" : "studio.usePicture")}
          </Button>
          <Button onClick={cancel}>{say("studio.cancel")}</Button>
        </div>
      </div>
    </div>
  )
}

interface SliderProps {
  label: string
  value: number
  min?: number
  max?: number
  disabled?: boolean
  change: (value: number) => void
}

function Slider({ label, value, min = 0, max = 1, disabled = false, change }: SliderProps) {
  return (
    <label class="block">
      <span class="text-sm">{label}</span>
      <input
        type="range"
        min={min}
        max={max}
        step="0.01"
        value={value}
        disabled={disabled}
        onInput={({ currentTarget }) => change(Number(currentTarget.value))}
        class="press w-full accent-accent"
      />
    </label>
  )
}
