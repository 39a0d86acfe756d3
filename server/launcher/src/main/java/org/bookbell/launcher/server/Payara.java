package org.bookbell.launcher.server;

import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.util.Objects;
import org.bookbell.launcher.installation.BootJar;

/** How Payara Micro is booted from either form of the jar. */
final class Payara {

    private Payara() {}

    static PayaraMicroBoot create(String... arguments) throws Exception {
        BootJar jar = BootJar.ofThisProcess();
        if (jar.form() != BootJar.Form.INSTALLED) {
            return PayaraMicroLauncher.create(arguments);
        }
        // as Payara's own RootDirLauncher does: a class loader of its own would hide the libraries from its module
        // system
        System.setProperty(
                "fish.payara.micro.BootJar", jar.path().toFile().toURI().toString());
        System.setProperty(
                "fish.payara.micro.UnpackDir",
                Objects.requireNonNull(jar.path().getParent()).toString());
        return (PayaraMicroBoot) Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
                .getMethod("create", String[].class)
                .invoke(null, (Object) arguments);
    }
}
