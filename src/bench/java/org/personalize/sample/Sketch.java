package org.personalize.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A sheet to draw on, in its own units whatever its size in pixels. Shapes are written as the paths of SVG are:
 * {@code M} move, {@code L} line, {@code Q} and {@code C} curves, {@code Z} close, always absolute. Numbers that are
 * reckoned take the places of {@code %f} and {@code %d} in them.
 */
final class Sketch {

    private static final float WORST_QUALITY = 0.4f;

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final double width;
    private final double height;

    Sketch(double width, double height, double scale) {
        this(width, height, scale, BufferedImage.TYPE_INT_RGB);
    }

    private Sketch(double width, double height, double scale, int type) {
        this.width = width;
        this.height = height;
        image = new BufferedImage((int) (width * scale), (int) (height * scale), type);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
    }

    static Sketch transparent(double width, double height, double scale) {
        return new Sketch(width, height, scale, BufferedImage.TYPE_INT_ARGB);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Sketch sky(int top, int bottom) {
        graphics.setPaint(new GradientPaint(0, 0, new Color(top), 0, (float) height, new Color(bottom)));
        graphics.fill(new java.awt.geom.Rectangle2D.Double(0, 0, width, height));
        return this;
    }

    Sketch fill(int color, String path, Object... numbers) {
        return paint(new Color(color), parse(path, numbers));
    }

    /** A veil of black or white over part of a thing gives it a side in the shade or in the light. */
    Sketch shade(double strength, String path, Object... numbers) {
        return paint(veil(strength), parse(path, numbers));
    }

    Sketch line(int color, double thick, String path, Object... numbers) {
        graphics.setStroke(new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setPaint(new Color(color));
        graphics.draw(parse(path, numbers));
        return this;
    }

    /** A broad line with a narrow one along its middle: a strap and its seam. */
    Sketch strap(int color, double thick, int seam, double thin, String path) {
        return line(color, thick, path).line(seam, thin, path);
    }

    Sketch oval(int color, double centreX, double centreY, double radiusX, double radiusY) {
        return paint(new Color(color), oval(centreX, centreY, radiusX, radiusY));
    }

    Sketch shadeOval(double strength, double centreX, double centreY, double radiusX, double radiusY) {
        return paint(veil(strength), oval(centreX, centreY, radiusX, radiusY));
    }

    Sketch ring(int color, double thick, double centreX, double centreY, double radiusX, double radiusY) {
        graphics.setStroke(new BasicStroke((float) thick));
        graphics.setPaint(new Color(color));
        graphics.draw(oval(centreX, centreY, radiusX, radiusY));
        return this;
    }

    Sketch box(int color, double x, double y, double wide, double high, double round) {
        return paint(new Color(color), new RoundRectangle2D.Double(x, y, wide, high, round * 2, round * 2));
    }

    Sketch shadeBox(double strength, double x, double y, double wide, double high, double round) {
        return paint(veil(strength), new RoundRectangle2D.Double(x, y, wide, high, round * 2, round * 2));
    }

    /** Draws something moved, made larger, and turned. */
    Sketch placed(double x, double y, double scale, double degrees, Runnable drawing) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.scale(scale, scale);
        graphics.rotate(Math.toRadians(degrees));
        drawing.run();
        graphics.setTransform(before);
        return this;
    }

    /** Draws something turned round, left for right, about a line from top to bottom. */
    Sketch mirrored(double x, Runnable drawing) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(2 * x, 0);
        graphics.scale(-1, 1);
        drawing.run();
        graphics.setTransform(before);
        return this;
    }

    /** Draws only within a shape. */
    Sketch within(String path, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(parse(path));
        drawing.run();
        graphics.setClip(before);
        return this;
    }

    private Sketch paint(Color color, Shape shape) {
        graphics.setPaint(color);
        graphics.fill(shape);
        return this;
    }

    private static Shape oval(double centreX, double centreY, double radiusX, double radiusY) {
        return new Ellipse2D.Double(centreX - radiusX, centreY - radiusY, 2 * radiusX, 2 * radiusY);
    }

    /** Below zero darkens, above zero lightens. */
    private static Color veil(double strength) {
        int level = strength < 0 ? 0 : 255;
        return new Color(level, level, level, (int) (255 * Math.abs(strength)));
    }

    private static Path2D parse(String path, Object... numbers) {
        Path2D.Double shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        Scanner words =
                new Scanner(Scenery.path(path, numbers)).useDelimiter("[\\s,]+").useLocale(java.util.Locale.ROOT);
        while (words.hasNext()) {
            String command = words.next();
            switch (command) {
                case "M" -> shape.moveTo(words.nextDouble(), words.nextDouble());
                case "L" -> shape.lineTo(words.nextDouble(), words.nextDouble());
                case "Q" ->
                    shape.quadTo(words.nextDouble(), words.nextDouble(), words.nextDouble(), words.nextDouble());
                case "C" ->
                    shape.curveTo(
                            words.nextDouble(),
                            words.nextDouble(),
                            words.nextDouble(),
                            words.nextDouble(),
                            words.nextDouble(),
                            words.nextDouble());
                case "Z" -> shape.closePath();
                default -> throw new IllegalStateException("not a path: " + command + " in " + path);
            }
        }
        return shape;
    }

    /** Gives up a little quality, step by step, until the picture is small enough. */
    void saveJpeg(Path file, float quality, int mostBytes) throws IOException {
        float tried = quality;
        byte[] bytes = jpeg(tried);
        while (bytes.length > mostBytes && tried > WORST_QUALITY) {
            tried -= 0.04f;
            bytes = jpeg(tried);
        }
        Files.write(file, bytes);
    }

    private byte[] jpeg(float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality);
        settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    void savePng(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        Files.write(file, bytes.toByteArray());
    }
}
