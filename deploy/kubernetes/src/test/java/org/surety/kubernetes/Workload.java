package org.surety.kubernetes;

import java.util.Map;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;

/**
 * What makes pods: a Deployment or a Job. Known by the label {@code app.kubernetes.io/name} of its pods, because an
 * overlay may add to the name of the resource.
 */
record Workload(HasMetadata resource, PodTemplateSpec template) {

    static Optional<Workload> of(HasMetadata resource) {
        if (resource instanceof Deployment deployment) {
            return Optional.of(new Workload(resource, deployment.getSpec().getTemplate()));
        }
        if (resource instanceof Job job) {
            return Optional.of(new Workload(resource, job.getSpec().getTemplate()));
        }
        return Optional.empty();
    }

    String name() {
        return podLabels().get("app.kubernetes.io/name");
    }

    Map<String, String> podLabels() {
        return template.getMetadata().getLabels();
    }

    PodSpec pod() {
        return template.getSpec();
    }

    /** Every pod of the suite has exactly one container. */
    Container container() {
        if (pod().getContainers().size() != 1) {
            throw new IllegalStateException(name() + " has not one container but " + pod().getContainers().size());
        }
        return pod().getContainers().get(0);
    }

    boolean isJob() {
        return resource instanceof Job;
    }

    @Override
    public String toString() {
        return resource.getKind() + " " + name();
    }
}
