/**
 * Buy-till-you-die models: how often customers will buy, and whether they still do.
 *
 * <p>A model is a record of parameters that know their unit of time: {@link org.loyalty4j.btyd.BgNbd}, {@link
 * org.loyalty4j.btyd.MbgNbd}, {@link org.loyalty4j.btyd.ParetoNbd}, {@link org.loyalty4j.btyd.BgCnbd}, {@link
 * org.loyalty4j.btyd.MbgCnbd} and {@link org.loyalty4j.btyd.Nbd} in continuous time, {@link org.loyalty4j.btyd.BgBb} over
 * opportunities, {@link org.loyalty4j.btyd.GammaGamma} for spend. It can be made from published parameters and asked at once;
 * {@link org.loyalty4j.btyd.ModelFitter} estimates one from data and returns a {@link org.loyalty4j.btyd.Fit}.
 *
 * <p>A customer is a {@link org.loyalty4j.summary.RepeatHistory}: x repeat purchases, the last at age t_x, observed until age
 * T. The mathematics behind the interfaces is in {@code Kernel} (what the history says) and {@code Future} (what follows if
 * the customer is alive), the estimation in {@code Family} (likelihood and derivatives).
 */
@NullMarked
package org.loyalty4j.btyd;

import org.jspecify.annotations.NullMarked;
