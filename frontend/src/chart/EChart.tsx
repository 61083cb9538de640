import { BarChart, CustomChart, GraphChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  AriaComponent,
  DatasetComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { type ECharts, init, use as register } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { EChartsOption } from 'echarts'
import { useEffect, useRef } from 'react'
import { usePalette } from '../ui/palette'
import { themeOf } from './theme'

register([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  CustomChart,
  DatasetComponent,
  DataZoomComponent,
  GraphChart,
  GridComponent,
  LegendComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  ScatterChart,
  TooltipComponent,
])

/** The drawing itself, in a chunk of its own. A changed option is merged in, so zoom and selection stay. */
export function EChart({ option, height, label }: { option: EChartsOption; height: number; label: string }) {
  const frame = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(undefined)
  const { palette } = usePalette()

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const made = init(element, themeOf())
    chart.current = made
    const resized = new ResizeObserver(() => made.resize())
    resized.observe(element)
    return () => {
      resized.disconnect()
      made.dispose()
    }
  }, [palette])
  useEffect(() => {
    chart.current?.setOption({ animation: false, ...option }, { replaceMerge: ['series', 'yAxis'] })
  }, [option, palette])

  return <div ref={frame} role="img" aria-label={label} style={{ height }} />
}
