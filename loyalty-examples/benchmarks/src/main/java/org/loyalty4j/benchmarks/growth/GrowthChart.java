package org.loyalty4j.benchmarks.growth;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Time and memory over size, both axes logarithmic, each beside a line of slope 1 through its last point. */
final class GrowthChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 480;
    private static final int DPI = 144;
    private static final double GIGA = 1e9;

    private GrowthChart() {}

    static void save(String unit, List<GrowthPoint> points, Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .theme(ChartTheme.Matlab)
                .xAxisTitle(unit)
                .yAxisTitle("seconds; gigabytes")
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        chart.getStyler().setLegendPosition(LegendPosition.InsideSE);
        chart.getStyler().setXAxisDecimalPattern("#,###").setYAxisDecimalPattern("#,##0.######");
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        draw(chart, "seconds", points, GrowthPoint::seconds, new Color(0x1F5FA8));
        draw(chart, "gigabytes of heap held", points, p -> p.liveMemory() / GIGA, new Color(0xB5482A));
        BitmapEncoder.saveBitmapWithDPI(chart, file.toString(), BitmapFormat.PNG, DPI);
    }

    private static void draw(
            XYChart chart, String name, List<GrowthPoint> points, ToDoubleFunction<GrowthPoint> value, Color color) {
        double[] sizes = points.stream().mapToDouble(GrowthPoint::size).toArray();
        double[] values = points.stream().mapToDouble(value).toArray();
        XYSeries measured = chart.addSeries(name, sizes, values);
        measured.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(color).setLineColor(color);
        int last = sizes.length - 1;
        double[] slope = new double[sizes.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = values[last] * sizes[i] / sizes[last];
        }
        XYSeries line = chart.addSeries(name + ", slope 1", sizes, slope);
        line.setMarker(SeriesMarkers.NONE)
                .setLineColor(color.brighter())
                .setLineStyle(
                        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 4}, 0));
    }
}
